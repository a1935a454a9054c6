import type { bomFindingCodes, sheetFindingCodes, workbookFindingCodes } from '@slipstream/inventory-sheet';

type Code = (typeof bomFindingCodes | typeof sheetFindingCodes | typeof workbookFindingCodes)[number];

/** Sentences about uploaded files: whether they can be read, how their tables were understood, what is in a row. */
export const inventorySheetFindings = {
  'workbook.empty': '這個檔案是空的。請選有內容的檔案。',
  'workbook.notAWorkbook': '這個檔案不是試算表。請上傳 Excel（.xlsx）或 CSV 檔。',
  'workbook.passwordProtected': '這個檔案有密碼。請在 Excel 移除密碼，存檔後再上傳。',
  'workbook.rightsManaged': '這個檔案設了權限保護，無法讀取。請另存一份沒有保護的檔案再上傳。',
  'workbook.legacyXls': '這是舊版的 .xls 檔。請在 Excel 另存成 .xlsx 再上傳。',
  'workbook.binaryXlsb': '這是 .xlsb 檔。請在 Excel 另存成 .xlsx 再上傳。',
  'workbook.openDocument': '這是 .ods 檔。請另存成 .xlsx 再上傳。',
  'workbook.pdf': '這是 PDF，讀不出表格。請上傳原來的 Excel 檔。',
  'workbook.html': '這其實是網頁檔，不是 Excel。請用 Excel 開啟，另存成 .xlsx 再上傳。',
  'workbook.xmlSpreadsheet2003': '這是舊版的 XML 試算表。請用 Excel 開啟，另存成 .xlsx 再上傳。',
  'workbook.zipWithoutWorkbook': '這個檔案裡沒有試算表。壓縮檔請先解開，再上傳裡面的 Excel 檔。',
  'workbook.damaged': '這個檔案壞了，讀不完整。請用 Excel 開啟，另存新檔再上傳。',
  'workbook.fileTooLarge': '這個檔案太大。請刪掉用不到的工作表和圖片，存檔後再上傳。',
  'workbook.tooManyEntries': '這個檔案裡的項目太多。請把需要的工作表複製到新的檔案再上傳。',
  'workbook.inflatesTooMuch': '這個檔案展開後太大。請把需要的內容複製到新的檔案再上傳。',
  'workbook.sizeMismatch': '這個檔案前後不一致，可能壞了。請用 Excel 開啟，另存新檔再上傳。',
  'workbook.checksumMismatch': '這個檔案的內容有損壞。請重新取得檔案，或用 Excel 另存新檔再上傳。',
  'workbook.unsafeEntry': '這個檔案裡有不安全的內容，所以沒有讀。請用 Excel 開啟，另存新檔再上傳。',
  'workbook.overlappingEntries': '這個檔案的結構不正常，所以沒有讀。請用 Excel 開啟，另存新檔再上傳。',
  'workbook.duplicatePart': '這個檔案裡有重複的部分，所以沒有讀。請用 Excel 開啟，另存新檔再上傳。',
  'workbook.encryptedEntry': '這個檔案有一部分加了密。請移除密碼，存檔後再上傳。',
  'workbook.unsupportedCompression': '這個檔案的壓縮方式讀不了。請用 Excel 開啟，另存新檔再上傳。',
  'workbook.partMissing': '這個檔案少了一部分，可能壞了。請用 Excel 開啟，另存新檔再上傳。',
  'workbook.xmlMalformed': '這個檔案的內容有錯，讀不下去。請用 Excel 開啟，另存新檔再上傳。',
  'workbook.xmlDoctype': '這個檔案裡有不安全的內容，所以沒有讀。請用 Excel 開啟，另存新檔再上傳。',
  'workbook.xmlTooDeep': '這個檔案的結構太複雜，所以沒有讀。請用 Excel 開啟，另存新檔再上傳。',
  'workbook.xmlEncoding': '這個檔案的文字編碼讀不了。請用 Excel 開啟，另存新檔再上傳。',
  'workbook.noSheet': '這個檔案裡沒有工作表。請選有表格的檔案。',
  'workbook.tooManySheets': '工作表太多，最多 {{limit}} 張。請只留需要的工作表。',
  'workbook.tooManyCells': '有內容的格子太多，最多 {{limit}} 格。請刪掉用不到的部分，或分成幾個檔案。',
  'workbook.columnBeyondLimit': '欄位太多，最多 {{limit}} 欄。請刪掉右邊用不到的欄位。',
  'workbook.tooManyMerges': '工作表「{{sheet}}」的合併儲存格太多，最多 {{limit}} 個。請取消合併再上傳。',
  'workbook.tooManyStyles': '這個檔案的格式太多。請把內容用「貼上值」複製到新的檔案再上傳。',
  'workbook.textTooLong': '有一格的文字太長。請縮短後再上傳。',
  'workbook.tooMuchText': '這個檔案的文字太多。請刪掉用不到的部分，或分成幾個檔案。',
  'workbook.macrosIgnored': '這個檔案有巨集。巨集沒有執行，只讀了表格。',
  'workbook.externalLinksIgnored': '這個檔案連到別的檔案。沒有去讀那些檔案，只用最後存下的數值。',
  'workbook.sheetHidden': '工作表「{{sheet}}」是隱藏的，沒有讀入。要用的話，請取消隱藏再上傳。',
  'workbook.sheetProtected': '工作表「{{sheet}}」有保護，但可以讀。您不用做什麼。',
  'workbook.sheetNotCells': '「{{sheet}}」是圖表，沒有表格可讀，所以略過。',
  'workbook.sheetNotListed': '檔案裡有一張沒有列出的工作表，沒有讀。需要它的話，請用 Excel 另存新檔再上傳。',
  'workbook.formulaValueUsed': '工作表「{{sheet}}」有 {{count}} 格是公式，用的是最後存下的數值。',
  'workbook.formulaWithoutValue':
    '「{{sheet}}」的 {{cell}} 是公式，但沒有存下結果。請用 Excel 開啟並存檔，再上傳。',
  'workbook.errorCell': '「{{sheet}}」的 {{cell}} 是錯誤值「{{found}}」。請修正公式，或直接填數字。',
  'workbook.cellUnreadable': '「{{sheet}}」的 {{cell}} 讀不出來。請重新填這一格。',
  'workbook.duplicateCell': '「{{sheet}}」的 {{cell}} 在檔案裡有兩份。請檢查這一格，再用 Excel 另存新檔。',
  'workbook.cellsOutOfOrder': '工作表「{{sheet}}」的格子順序不正常，已經排好再讀。請檢查讀到的內容。',
  'workbook.moreFindings': '還有 {{count}} 個地方沒有列出。請先改好上面的，再上傳一次。',
  'text.encodingUnknown': '看不出這個文字檔的編碼。請用 Excel 另存成 .xlsx，或存成 UTF-8 的 CSV。',
  'text.encodingUncertain':
    '不確定這個文字檔的編碼，讀出來像「{{sample}}」。請用 Excel 另存成 .xlsx，或存成 UTF-8 的 CSV。',
  'text.readAsBig5': '這個文字檔當作 Big5 編碼讀，讀出來像「{{sample}}」。看起來是亂碼的話，請改存成 .xlsx。',
  'text.quoteNotClosed': '第 {{row}} 列的雙引號沒有成對。請補上或刪掉引號，再上傳。',

  'table.headerMissing':
    '找不到欄位名稱，所以從第 {{row}} 列起都當作資料，對嗎？不對的話，請在它上面加一列欄位名稱，例如料號、品名、數量、單位，再上傳。',
  'table.notFound':
    '找不到可以讀的表格，所以沒有讀入。請在表格第一列寫上欄位名稱，例如料號或名稱、數量、單位，再上傳。',
  'table.columnGuessed':
    '{{column}} 欄「{{header}}」當作「{{field}}」，對嗎？不對的話，請把欄位名稱改清楚再上傳。',
  'table.columnNotUsed': '{{column}} 欄的 {{count}} 格沒有用到。要用的話，請把欄位名稱改成常見的說法再上傳。',
  'table.rowOutsideTable':
    '第 {{row}} 列起有內容（{{found}}）不在表格裡，沒有讀入。要計算的話，請移到表格裡。',
  'table.rowAboveTable':
    '第 {{row}} 列（{{found}}）在欄位名稱上面，當作標題，沒有讀入。它也是欄位名稱的話，請和下一列合成一列再上傳。',
  'table.rowIncomplete': '第 {{row}} 列沒有名稱或料號，所以沒有讀入。請補上。',
  'table.rowIncomplete_warning':
    '第 {{row}} 列（{{found}}）沒有數量，當作標題，沒有讀入。它是零件的話，請補上數量。',
  'table.totalRow':
    '第 {{row}} 列（{{found}}）看起來是合計，所以沒有讀入，以免重複計算。不是合計的話，請改名稱。',
  'table.amountMissing': '{{cell}} 還沒有填數量，請補上。不知道的話可以先留著。',
  'table.amountUnreadable': '「{{found}}」不是可以用的數字，沒有算進去。請填 0 以上的數字。',
  'table.amountMerged':
    '{{cell}} 在合併儲存格裡，看不出「{{found}}」屬於哪一列，所以沒有讀。請取消合併，每一列填自己的數量。',
  'table.amountNegative': '{{cell}} 是負數（{{found}}）。數量不能小於 0，請檢查。',
  'table.unitConflict': '{{cell}} 寫「{{found}}」，但這一列的單位是「{{expected}}」。請改成同一個單位。',
  'table.unitUnknown': '看不懂單位「{{found}}」。請改用常見的單位，例如 kg、kWh、m³、件。',
  'table.unitMissing': '{{cell}} 還沒有填單位，請補上。',
  'table.unitNeedsMedium': '{{cell}} 的「{{found}}」是電、水，還是瓦斯的度數？電請寫 kWh，水和瓦斯請寫 m³。',
  'table.choiceUnknown': '{{cell}} 的「{{found}}」看不懂。請從表單的選項中選一個。',
  'table.dateUnreadable': '{{cell}} 的期間「{{found}}」看不懂。請寫成 {{expected}}。',
  'table.mappingUnknown': '指定的欄位和工作表「{{sheet}}」對不上。請重新指定各欄是什麼。',
  'table.moreFindings': '還有 {{count}} 個地方沒有列出。請先改好上面的，再上傳一次。',

  'bom.levelJump':
    '{{cell}} 的階層從上一階跳到 {{found}}，應該是 {{expected}}。是不是漏了中間的組件？請檢查。',
  'bom.levelUnreadable': '{{cell}} 的階層「{{found}}」看不懂。請填 0、1、2 這樣的數字。',
  'bom.parentUnknown': '{{cell}} 的上階料號「{{found}}」不在表裡，先放在產品之下。請檢查料號。',
  'bom.cycle': '{{cell}} 的料號「{{found}}」繞成一圈（{{cycle}}），所以沒有讀入。請檢查上階料號。',
  'bom.partNumberRepeated':
    '{{cell}} 的料號「{{found}}」和第 {{firstRow}} 列相同，是不是列了兩次？是的話，請刪掉一列。',
  'bom.partNumberConflict':
    '{{cell}} 和第 {{firstRow}} 列料號相同，名稱卻不同（「{{found}}」和「{{firstName}}」）。請檢查料號。',
  'bom.partNumberBecameDate':
    '{{cell}} 的料號「{{found}}」像是被 Excel 改成了日期，原來是「{{proposed}}」嗎？是的話請改回，並把那一欄設為文字。',
  'bom.quantityZero': '{{cell}} 的數量是 0。真的不用這個零件嗎？不用的話請刪掉這一列，要用請填數量。',
  'bom.declaredUnitUnreadable':
    '{{cell}} 的宣告單位「{{found}}」看不懂，所以沒有用。請寫成 1 公噸、1000 kg 或 1 個，或到產品頁更改。',
  'bom.massUnitAssumed':
    '「{{header}}」欄沒有寫單位，先當作 {{assumed}}，對嗎？不對的話，請在欄位名稱加上單位。',

  'sheet.templateVersionUnknown':
    '這份表單的版本（{{found}}）不是現在用的，內容先照讀。請檢查讀到的內容，或下載新的表單再填。',
  'sheet.labelUnknown':
    '第 {{row}} 列的「{{found}}」不是表單上的項目，沒有讀入。需要的話，請填到對應的格子。',
  'sheet.labelRepeated': '{{cell}} 的「{{found}}」出現第二次，只用第一次填的。請刪掉不要的。',
  'sheet.stageUnknown': '{{cell}}：看不出這一列屬於哪個生命週期階段。請選一個。',
  'sheet.perUnitDisagrees':
    '{{cell}} 的每功能單位數量填 {{found}}，但總量除以產量是 {{proposed}} {{unit}}。請檢查總量、產量和單位。',
  'sheet.perUnitMissing':
    '{{cell}} 還沒有填每功能單位數量。總量除以產量是 {{proposed}} {{unit}}，要這樣填嗎？',
  'sheet.unitDiffersFromFactor':
    '{{cell}} 的單位是「{{found}}」，係數是每 {{expected}}。換算成 {{proposed}} {{expected}} 來算，對嗎？',
  'sheet.unitIncompatibleWithFactor':
    '{{cell}} 的單位「{{found}}」不能換算成係數的單位「{{expected}}」。請檢查單位，或換一個係數。',
  'sheet.factorUnitUnreadable': '看不懂係數的單位「{{found}}」。請寫成 {{expected}} 的形式。',
  'sheet.factorIncomplete': '{{cell}} 有係數的數值，但沒有單位。請補上，例如 kgCO2e/kg。',
  'sheet.scoresUnreadable':
    '{{cell}} 的數據品質分數「{{found}}」看不懂。請填五個 1 到 5 的數字，例如 {{expected}}。',
  'sheet.yearUnreadable': '{{cell}} 的年份「{{found}}」看不懂。請填西元年（2021）或民國年（110）。',
  'sheet.lineRepeated':
    '{{cell}} 的「{{found}}」和「{{firstSheet}}」第 {{firstRow}} 列同名，是不是填了兩次？是的話，請刪掉一列。',
} satisfies Record<Code | 'table.rowIncomplete_warning', string>;
