/** A place in a workbook as people say it: `BOM A4` for `BOM!A4`. */
export function cellText(cell: string): string {
  return cell.replace(/!(?=[A-Z]+\d+$)/, ' ');
}
