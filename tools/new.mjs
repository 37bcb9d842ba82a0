// `npm run new <what> <name>`: starts something of the project from its template.
const [what = "", ...rest] = process.argv.slice(2);
const makers = { broker: () => import("./new-broker.mjs") };

if (!Object.hasOwn(makers, what)) {
  console.error(`Say what is new: npm run new ${Object.keys(makers).join("|")} <name>.`);
  process.exit(1);
}
const { make } = await makers[what]();
process.exitCode = await make(rest);
