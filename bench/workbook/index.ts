import type { Topic } from "../topic.ts";
import { filling } from "./filling.ts";
import { growth } from "./growth.ts";
import { pauses } from "./pauses.ts";
import { reading } from "./reading.ts";

/** Reading against peers and floors, growth, pauses, filling. */
export const workbookTopic: Topic = {
  name: "workbook",
  async *run(options, say) {
    yield await reading(options, say);
    yield await growth(options, say);
    yield await pauses(options, say);
    yield await filling(options, say);
  },
};
