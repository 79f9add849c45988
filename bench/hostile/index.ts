import type { Topic } from "../topic.ts";
import { opening } from "./opening.ts";

/** Files that mean harm: time and memory of opening each. */
export const hostileTopic: Topic = {
  name: "hostile",
  async *run(options, say) {
    yield await opening(options, say);
  },
};
