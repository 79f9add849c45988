import type { ReactiveController, ReactiveControllerHost } from "lit";

/** Lets files be dropped anywhere in the window; `dragging` is true while some hover over it. */
export class DropController implements ReactiveController {
  dragging = false;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly onDrop: (transfer: DataTransfer) => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener("dragenter", this.#over);
    window.addEventListener("dragover", this.#over);
    window.addEventListener("dragleave", this.#leave);
    window.addEventListener("drop", this.#drop);
  }

  hostDisconnected(): void {
    window.removeEventListener("dragenter", this.#over);
    window.removeEventListener("dragover", this.#over);
    window.removeEventListener("dragleave", this.#leave);
    window.removeEventListener("drop", this.#drop);
  }

  #show(dragging: boolean): void {
    if (this.dragging === dragging) return;
    this.dragging = dragging;
    this.host.requestUpdate();
  }

  #over = (event: DragEvent) => {
    if (event.dataTransfer?.types.includes("Files") !== true) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = "copy";
    this.#show(true);
  };

  /** Leaving the window itself has no element to go to. */
  #leave = (event: DragEvent) => {
    if (event.relatedTarget === null) this.#show(false);
  };

  #drop = (event: DragEvent) => {
    if (event.dataTransfer?.types.includes("Files") !== true) return;
    event.preventDefault();
    this.#show(false);
    this.onDrop(event.dataTransfer);
  };
}
