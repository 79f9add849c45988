export { dayText, periodText } from "../../text/period-text.ts";
