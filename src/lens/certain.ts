/** Bindings at or above this confidence are made; below it a person is asked. */
export const CERTAIN = 0.8;
