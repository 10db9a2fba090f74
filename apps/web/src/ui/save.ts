/** Saves what was made here as a download of the browser. */
export function save(name: string, content: BlobPart, type: string): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  Object.assign(document.createElement('a'), { href: url, download: name }).click();
  URL.revokeObjectURL(url);
}

/** Saves rows as a workbook, the first of them as its headings. */
export async function saveWorkbook(name: string, rows: readonly (readonly (string | number | boolean | null)[])[]): Promise<void> {
  const { writeXlsx } = await import('hucre/xlsx');
  const cells = new Map((rows[0] ?? []).map((_, column) => [`0,${column}`, { style: { font: { bold: true } } }]));
  const content = await writeXlsx({ sheets: [{ name: 'Sheet1', rows: rows.map((row) => [...row]), cells, freezePane: { rows: 1 } }] });
  save(`${name}.xlsx`, new Uint8Array(content), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
}
