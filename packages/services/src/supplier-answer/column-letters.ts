/** Letters of a column counted from 1, as a spreadsheet names it: 28 is `AB`. */
export function columnLettersOf(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}
