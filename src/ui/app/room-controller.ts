import type { ReactiveController, ReactiveControllerHost } from "lit";

/** The meeting-room mode: full screen where the browser allows it; the larger view in any case. */
export class RoomController implements ReactiveController {
  constructor(
    host: ReactiveControllerHost,
    private readonly show: (room: boolean) => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener("fullscreenchange", this.#left);
  }

  hostDisconnected(): void {
    document.removeEventListener("fullscreenchange", this.#left);
  }

  async set(room: boolean): Promise<void> {
    this.show(room);
    if (!room && document.fullscreenElement !== null)
      await document.exitFullscreen();
    if (room && document.fullscreenEnabled)
      await document.documentElement.requestFullscreen().catch(() => undefined);
  }

  #left = () => {
    if (document.fullscreenElement === null) this.show(false);
  };
}
