import type { IssueCode } from "../../../outcome/issue.ts";
import type { ActivityField } from "./activity-field.ts";

/** Something a format says of a row; of the column of a field, if one is named. */
export interface ActivityRemark {
  readonly code: IssueCode;
  readonly message: string;
  readonly field?: ActivityField;
}
