import type { inventorySheetFindings as zhTW } from '../../zh-TW/findings/inventory-sheet.ts';

export const inventorySheetFindings = {
  'workbook.empty': 'This file is empty. Choose a file with something in it.',
  'workbook.notAWorkbook': 'This file is no spreadsheet. Upload an Excel (.xlsx) or CSV file.',
  'workbook.passwordProtected':
    'This file has a password. Remove the password in Excel, save, and upload it again.',
  'workbook.rightsManaged':
    'This file is protected by access rights and cannot be read. Save a copy without protection and upload that.',
  'workbook.legacyXls': 'This is an old .xls file. Save it as .xlsx in Excel and upload that.',
  'workbook.binaryXlsb': 'This is an .xlsb file. Save it as .xlsx in Excel and upload that.',
  'workbook.openDocument': 'This is an .ods file. Save it as .xlsx and upload that.',
  'workbook.pdf': 'This is a PDF, whose tables cannot be read. Upload the original Excel file.',
  'workbook.html':
    'This is really a web page, not Excel. Open it in Excel, save it as .xlsx and upload that.',
  'workbook.xmlSpreadsheet2003':
    'This is an old XML spreadsheet. Open it in Excel, save it as .xlsx and upload that.',
  'workbook.zipWithoutWorkbook':
    'There is no spreadsheet in this file. If it is a ZIP archive, unpack it and upload the Excel file inside.',
  'workbook.damaged':
    'This file is damaged and cannot be read in full. Open it in Excel, save it as a new file and upload that.',
  'workbook.fileTooLarge':
    'This file is too large. Delete sheets and pictures you do not need, save, and upload it again.',
  'workbook.tooManyEntries':
    'This file holds too many items. Copy the sheets you need to a new file and upload that.',
  'workbook.inflatesTooMuch':
    'This file is too large once unpacked. Copy what you need to a new file and upload that.',
  'workbook.sizeMismatch':
    'This file contradicts itself and may be damaged. Open it in Excel, save it as a new file and upload that.',
  'workbook.checksumMismatch':
    'The content of this file is damaged. Get it again, or save it as a new file in Excel and upload that.',
  'workbook.unsafeEntry':
    'This file holds something unsafe, so it was not read. Open it in Excel, save it as a new file and upload that.',
  'workbook.overlappingEntries':
    'This file is put together in an unusual way, so it was not read. Open it in Excel, save it as a new file and upload that.',
  'workbook.duplicatePart':
    'A part of this file is there twice, so it was not read. Open it in Excel, save it as a new file and upload that.',
  'workbook.encryptedEntry':
    'A part of this file is encrypted. Remove the password, save, and upload it again.',
  'workbook.unsupportedCompression':
    'This file is compressed in a way that cannot be read. Open it in Excel, save it as a new file and upload that.',
  'workbook.partMissing':
    'A part of this file is missing; it may be damaged. Open it in Excel, save it as a new file and upload that.',
  'workbook.xmlMalformed':
    'The content of this file is faulty and cannot be read. Open it in Excel, save it as a new file and upload that.',
  'workbook.xmlDoctype':
    'This file holds something unsafe, so it was not read. Open it in Excel, save it as a new file and upload that.',
  'workbook.xmlTooDeep':
    'This file is too complex to be read. Open it in Excel, save it as a new file and upload that.',
  'workbook.xmlEncoding':
    'The text encoding of this file cannot be read. Open it in Excel, save it as a new file and upload that.',
  'workbook.noSheet': 'There is no sheet in this file. Choose a file with a table.',
  'workbook.tooManySheets': 'There are more than {{limit}} sheets. Keep only those you need.',
  'workbook.tooManyCells':
    'More than {{limit}} cells are filled. Delete what you do not need, or split the file.',
  'workbook.columnBeyondLimit': 'There are more than {{limit}} columns. Delete the unused ones on the right.',
  'workbook.tooManyMerges':
    'The sheet “{{sheet}}” has more than {{limit}} merged cells. Unmerge them and upload the file again.',
  'workbook.tooManyStyles':
    'This file has too many cell formats. Copy its values to a new file (paste values) and upload that.',
  'workbook.textTooLong': 'The text of one cell is too long. Shorten it and upload the file again.',
  'workbook.tooMuchText':
    'There is too much text in this file. Delete what you do not need, or split the file.',
  'workbook.macrosIgnored': 'This file has macros. They were not run; only the tables were read.',
  'workbook.externalLinksIgnored':
    'This file refers to other files. They were not read; the values saved last are used.',
  'workbook.sheetHidden':
    'The sheet “{{sheet}}” is hidden and was not read. If you need it, unhide it and upload the file again.',
  'workbook.sheetProtected': 'The sheet “{{sheet}}” is protected but can be read. Nothing to do.',
  'workbook.sheetNotCells': '“{{sheet}}” is a chart without a table, so it was left out.',
  'workbook.sheetNotListed':
    'The file holds a sheet it does not list, which was not read. If you need it, save the file anew in Excel and upload that.',
  'workbook.formulaValueUsed':
    'Cells with formulas in the sheet “{{sheet}}”: {{count}}. The values saved last are used.',
  'workbook.formulaWithoutValue':
    '{{cell}} of “{{sheet}}” is a formula without a saved result. Open the file in Excel, save it and upload it again.',
  'workbook.errorCell':
    '{{cell}} of “{{sheet}}” holds the error “{{found}}”. Correct its formula, or enter the number.',
  'workbook.cellUnreadable': '{{cell}} of “{{sheet}}” cannot be read. Enter it again.',
  'workbook.duplicateCell':
    '{{cell}} of “{{sheet}}” is in the file twice. Check this cell and save the file anew in Excel.',
  'workbook.cellsOutOfOrder':
    'The cells of the sheet “{{sheet}}” were out of order and were sorted. Check what was read.',
  'workbook.moreFindings':
    'Places not listed here: {{count}}. Correct those above first and upload the file again.',
  'text.encodingUnknown':
    'The encoding of this text file is not known. Save it as .xlsx in Excel, or as CSV in UTF-8.',
  'text.encodingUncertain':
    'The encoding of this text file is uncertain; it reads like “{{sample}}”. Save it as .xlsx in Excel, or as CSV in UTF-8.',
  'text.readAsBig5':
    'This text file was read as Big5 and looks like “{{sample}}”. If that makes no sense, save it as .xlsx.',
  'text.quoteNotClosed':
    'A quotation mark in row {{row}} has no partner. Add or delete it and upload the file again.',

  'table.headerMissing':
    'No column names were found, so everything from row {{row}} on is taken as data. Right? If not, add a row of column names above it, such as part number, name, quantity and unit, and upload the file again.',
  'table.notFound':
    'No table was found, so nothing was read. Give its first row column names, such as part number or name, quantity and unit, and upload the file again.',
  'table.columnGuessed':
    'Column {{column}}, “{{header}}”, is taken as “{{field}}”. Right? If not, name the column more clearly and upload the file again.',
  'table.columnNotUsed':
    'Cells of column {{column}} that were not used: {{count}}. To use them, give the column a common name and upload the file again.',
  'table.rowOutsideTable':
    'What stands outside the table from row {{row}} on ({{found}}) was not read. If it counts, move it into the table.',
  'table.rowAboveTable':
    'Row {{row}} ({{found}}) stands above the column names, so it is taken as a title and was not read. If it names columns too, make one row of it and the next, and upload the file again.',
  'table.rowIncomplete': 'Row {{row}} has no name or part number and was not read. Please add one.',
  'table.rowIncomplete_warning':
    'Row {{row}} ({{found}}) has no quantity, was taken as a heading and not read. If it is a part, add its quantity.',
  'table.totalRow':
    'Row {{row}} ({{found}}) looks like a total and was left out, so as not to count twice. If it is no total, rename it.',
  'table.amountMissing':
    'The amount in {{cell}} is missing. Fill it in, or leave it for now if you do not know.',
  'table.amountUnreadable':
    '“{{found}}” is no usable number and was not counted. Enter a number of 0 or more.',
  'table.amountMerged':
    '{{cell}} lies in a merged cell, so nothing says which row “{{found}}” belongs to; it was not read. Unmerge it and enter an amount for each row.',
  'table.amountNegative': '{{cell}} is negative ({{found}}). An amount cannot be below 0; please check.',
  'table.unitConflict':
    '{{cell}} says “{{found}}”, but the unit of this row is “{{expected}}”. Use one and the same unit.',
  'table.unitUnknown': 'The unit “{{found}}” is not known. Use a common one, such as kg, kWh, m³ or pieces.',
  'table.unitMissing': 'The unit in {{cell}} is missing. Please fill it in.',
  'table.unitNeedsMedium':
    'Does “{{found}}” in {{cell}} count electricity, water or gas? Write kWh for electricity, m³ for water and gas.',
  'table.choiceUnknown': '“{{found}}” in {{cell}} is not known. Choose one of the options of the form.',
  'table.dateUnreadable': 'The period “{{found}}” in {{cell}} cannot be read. Write it like {{expected}}.',
  'table.mappingUnknown':
    'The columns chosen do not fit the sheet “{{sheet}}”. Say again what each column is.',
  'table.moreFindings':
    'Places not listed here: {{count}}. Correct those above first and upload the file again.',

  'bom.levelJump':
    'The level in {{cell}} jumps to {{found}} where {{expected}} is expected. Is an assembly missing in between? Please check.',
  'bom.levelUnreadable':
    'The level “{{found}}” in {{cell}} cannot be read. Enter a number such as 0, 1 or 2.',
  'bom.parentUnknown':
    'The parent part number “{{found}}” in {{cell}} is not in the table; the part is put under the product for now. Check the number.',
  'bom.cycle':
    'The part number “{{found}}” in {{cell}} leads back to itself ({{cycle}}) and was not read. Check its parent part number.',
  'bom.partNumberRepeated':
    'The part number “{{found}}” in {{cell}} is also in row {{firstRow}}. Is it listed twice? If so, delete one of the rows.',
  'bom.partNumberConflict':
    '{{cell}} and row {{firstRow}} have the same part number but different names (“{{found}}” and “{{firstName}}”). Check the number.',
  'bom.partNumberBecameDate':
    'Excel seems to have made a date of the part number “{{found}}” in {{cell}}. Was it “{{proposed}}”? If so, change it back and format that column as text.',
  'bom.quantityZero':
    'The quantity in {{cell}} is 0. Is this part really not used? If so, delete the row; if not, enter the quantity.',
  'bom.declaredUnitUnreadable':
    'The declared unit “{{found}}” in {{cell}} cannot be read and was not used. Write 1 tonne, 1000 kg or 1 piece, or change it on the product page.',
  'bom.massUnitAssumed':
    'The column “{{header}}” names no unit; {{assumed}} is taken. Right? If not, add the unit to the column name.',

  'sheet.templateVersionUnknown':
    'The version of this form ({{found}}) is not the present one; it was read all the same. Check what was read, or fill in a new form.',
  'sheet.labelUnknown':
    '“{{found}}” in row {{row}} is no item of the form and was not read. If it matters, enter it where it belongs.',
  'sheet.labelRepeated':
    '“{{found}}” in {{cell}} comes a second time; the first entry is used. Delete the one you do not want.',
  'sheet.stageUnknown': '{{cell}}: the life-cycle stage of this row is not clear. Choose one.',
  'sheet.perUnitDisagrees':
    '{{cell}} gives {{found}} for one unit, but the total divided by the production is {{proposed}} {{unit}}. Check the total, the production and the units.',
  'sheet.perUnitMissing':
    'The amount for one unit in {{cell}} is missing. The total divided by the production is {{proposed}} {{unit}}. Enter this?',
  'sheet.unitDiffersFromFactor':
    'The unit in {{cell}} is “{{found}}”, the factor is per {{expected}}. Convert it to {{proposed}} {{expected}}?',
  'sheet.unitIncompatibleWithFactor':
    'The unit “{{found}}” in {{cell}} cannot be converted to the factor’s unit “{{expected}}”. Check the unit, or choose another factor.',
  'sheet.factorUnitUnreadable': '“{{found}}” is no unit of an emission factor. Write it like {{expected}}.',
  'sheet.factorIncomplete': '{{cell}} has a factor without a unit. Add it, for example kgCO2e/kg.',
  'sheet.scoresUnreadable':
    'The data-quality scores “{{found}}” in {{cell}} cannot be read. Enter five numbers from 1 to 5, such as {{expected}}.',
  'sheet.yearUnreadable':
    'The year “{{found}}” in {{cell}} cannot be read. Enter a year such as 2021, or ROC 110.',
  'sheet.lineRepeated':
    '“{{found}}” in {{cell}} has the same name as row {{firstRow}} of “{{firstSheet}}”. Was it entered twice? If so, delete one of the rows.',
} satisfies Record<keyof typeof zhTW, string>;
