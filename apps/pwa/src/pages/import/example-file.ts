const header =
  "Transaction Date,Settlement Date,Action,Symbol,Description,Quantity,Price,Gross Amount,Commission,Net Amount,Currency,Account #,Activity Type,Account Type";
const rows = [
  "2025-01-06 12:00:00 AM,2025-01-06 12:00:00 AM,CON,,CONT 2025,0.00000,0.00000000,0.00,0.00,7000.00,CAD,40000001,Deposits,Individual TFSA",
  "2025-01-08 12:00:00 AM,2025-01-09 12:00:00 AM,Buy,VCN.TO,VANGUARD FTSE CANADA ALL CAP INDEX ETF WE ACTED AS AGENT,60.00000,46.10000000,-2766.00,-4.95,-2770.95,CAD,40000001,Trades,Individual TFSA",
  "2025-01-20 12:00:00 AM,2025-01-21 12:00:00 AM,Buy,XIC.TO,ISHARES CORE S&P/TSX CAPPED COMPOSITE INDEX ETF WE ACTED AS AGENT,50.00000,40.20000000,-2010.00,-4.95,-2014.95,CAD,40000001,Trades,Individual TFSA",
  "2025-03-31 12:00:00 AM,2025-03-31 12:00:00 AM,DIV,VCN.TO,VANGUARD FTSE CANADA ALL CAP INDEX ETF CASH DIV ON 60 SHS REC 03/24/25 PAY 03/31/25,0.00000,0.00000000,0.00,0.00,18.60,CAD,40000001,Dividends,Individual TFSA",
  "2025-09-15 12:00:00 AM,2025-09-16 12:00:00 AM,Sell,VCN.TO,VANGUARD FTSE CANADA ALL CAP INDEX ETF WE ACTED AS AGENT,-20.00000,52.40000000,1048.00,-4.95,1043.05,CAD,40000001,Trades,Individual TFSA",
];

/** An invented Questrade export: lets a person see an import before having a file at hand. */
export function exampleFile(): File {
  return new File([[header, ...rows].join("\n")], "example-questrade.csv", { type: "text/csv" });
}
