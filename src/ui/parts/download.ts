const types: Readonly<Record<string, string>> = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  xlsm: "application/vnd.ms-excel.sheet.macroEnabled.12",
};

/** Hands bytes to the browser's downloads under a name. */
export function download(name: string, bytes: Uint8Array): void {
  const ending = name.slice(name.lastIndexOf(".") + 1).toLowerCase();
  // A copy: a Blob does not take views of shared memory.
  const blob = new Blob([new Uint8Array(bytes)], {
    type: types[ending] ?? "application/octet-stream",
  });
  const url = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, 60_000);
}
