import type { StatusCode } from "../../model/catalog.ts";

/** How a status is drawn: a path in a 12 × 12 box and the colour token of `tokens.css`. */
export interface StatusShape {
  readonly path: string;
  /** Drawn as an outline instead of filled. */
  readonly outline: boolean;
  /** A second path that is filled although the first is an outline. */
  readonly inner: string;
  readonly color: string;
}

const circle = "M6 1.5a4.5 4.5 0 1 1 0 9a4.5 4.5 0 1 1 0-9z";

const shapes: Readonly<Record<StatusCode, StatusShape>> = {
  已达标: filled(circle, "good"),
  目前达标: {
    path: circle,
    outline: true,
    inner: "M6 1.5a4.5 4.5 0 0 0 0 9z",
    color: "var(--good)",
  },
  超序时: filled("M6 1.5L11 10.5H1z", "ahead"),
  达序时: filled("M2 2h8v8H2z", "pace"),
  滞后: filled("M6 10.5L1 1.5h10z", "behind"),
  严重滞后: filled("M6 6L1.5 1h9zM6 11.5L1.5 6.5h9z", "far"),
  倒退: filled("M6 .8L11.2 6L6 11.2L.8 6z", "backward"),
  无法判定: {
    path: circle,
    outline: true,
    inner: "",
    color: "var(--unknown)",
  },
};

function filled(path: string, token: string): StatusShape {
  return { path, outline: false, inner: "", color: `var(--${token})` };
}

export function statusShape(status: StatusCode): StatusShape {
  return shapes[status];
}
