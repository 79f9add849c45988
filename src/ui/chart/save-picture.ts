import { download } from "../parts/download.ts";

/** Pixels of a PNG for one of the drawing: sharp on a projector and in a report. */
const sharpness = 2;

export interface FinishedPicture {
  readonly width: number;
  readonly height: number;
  /** A whole SVG document. */
  readonly svg: string;
}

/** Hands a picture to the browser's downloads. `name` comes without its ending. */
export async function savePicture(
  drawn: FinishedPicture,
  name: string,
  kind: "png" | "svg",
): Promise<void> {
  const bytes =
    kind === "svg" ? new TextEncoder().encode(drawn.svg) : await png(drawn);
  download(`${fileName(name)}.${kind}`, bytes);
}

/** @throws when the browser cannot draw the picture. */
async function png({ width, height, svg }: FinishedPicture) {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = width * sharpness;
  canvas.height = height * sharpness;
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("the browser gives no canvas");
  context.scale(sharpness, sharpness);
  context.drawImage(image, 0, 0, width, height);
  const blob = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, "image/png");
  });
  if (blob === null) throw new Error("the browser made no PNG of the canvas");
  return new Uint8Array(await blob.arrayBuffer());
}

/** Without the characters that file systems refuse. */
export function fileName(words: string): string {
  return words.replace(/[\\/:*?"<>|\s]+/g, "-").replace(/^-+|-+$/g, "");
}
