export { dayText, dayWords, periodText } from "../../text/period-text.ts";
