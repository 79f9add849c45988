/**
 * The fill of a cell in a shade that the app's text can be read on: its hue
 * with a light background in the light theme, a dark one in the dark.
 */
export function readableFill(hex: string, dark: boolean): string | null {
  const channels = [1, 3, 5].map(
    (at) => parseInt(hex.slice(at, at + 2), 16) / 255,
  );
  const [red = 0, green = 0, blue = 0] = channels;
  if (channels.some(Number.isNaN)) return null;
  const most = Math.max(red, green, blue);
  const least = Math.min(red, green, blue);
  const light = (most + least) / 2;
  const span = most - least;
  // White is no colour.
  if (light > 0.985) return null;
  const saturation = span === 0 ? 0 : span / (1 - Math.abs(2 * light - 1) || 1);
  const hue =
    span === 0
      ? 0
      : most === red
        ? ((green - blue) / span + 6) % 6
        : most === green
          ? (blue - red) / span + 2
          : (red - green) / span + 4;
  const shown = dark
    ? 0.13 + 0.04 * (1 - light)
    : Math.max(0.92, Math.min(0.97, light));
  const deg = Math.round(hue * 60);
  const share = Math.round(Math.min(dark ? 0.45 : 0.8, saturation) * 100);
  return `hsl(${deg}, ${share}%, ${Math.round(shown * 100)}%)`;
}
