/** Days after the end of a quarter within which it is to be reported. */
export const REPORT_DAYS = 15;
