import type {
  allianceInvitationFindingCodes,
  answerFindingCodes,
  columnChoiceFindingCodes,
  declaredUnitFindingCodes,
  enteredFootprintFindingCodes,
  reminderFindingCodes,
  requestEntryFindingCodes,
  reviewFindingCodes,
  storedProductFindingCodes,
  unstoredFindingCodes,
} from '@slipstream/services';

type Code =
  | (
      | typeof allianceInvitationFindingCodes
      | typeof answerFindingCodes
      | typeof columnChoiceFindingCodes
      | typeof declaredUnitFindingCodes
      | typeof storedProductFindingCodes
      | typeof enteredFootprintFindingCodes
      | typeof reminderFindingCodes
      | typeof requestEntryFindingCodes
      | typeof reviewFindingCodes
    )[number]
  | (typeof unstoredFindingCodes)[number]
  | 'bom.tooManyLines'
  | 'bom.tooManyLinesOfProduct'
  | 'reading.neededTooMuch'
  | 'reading.tookTooLong'
  | 'target.unitUnexpected';

/** Sentences about what services ask beyond the packages below them, and about files that took too much to read. */
export const servicesFindings = {
  'alliance.nameMissing': '請填組織名稱。',
  'alliance.emailInvalid': '「{{found}}」不是電子郵件地址。請檢查後再試一次。',
  'supplierRequest.nothingToAsk': '還沒有「{{supplier}}」供應的零件可以問。請先在物料清單選出零件。',
  'supplierRequest.contactEmailMissing': '「{{supplier}}」還沒有帳號。請填聯絡人的電子郵件，才能寄出邀請。',
  'supplierRequest.remindedToday': '今天已經提醒過這家供應商。明天可以再提醒。',
  'supplierRequest.nobodyToRemind':
    '這家供應商還沒有帳號，邀請信也已收回，沒有人可以提醒。請先再寄一次邀請。',
  'supplierRequest.reviewerMissing': '還沒有別人負責審核。請先指定一位同事審核。',
  'supplierRequest.answersMissing': '還有項目沒有答案，或有要修正的地方。請先填完，再請同事審核。',
  'supplierRequest.reviewAskedLately': '一小時內已經寄過信給審核的同事。請稍後再寄。',
  'supplierRequest.recipientUnknown': '選的收件人不是貴公司的成員。請重新選。',

  'answer.noLines': '盤查表裡沒有任何項目。請填入原料、能源等用量，再上傳一次。',
  'answer.periodMissing': '還沒有填數據期間。請補上，例如 113/1/1~113/12/31。',
  'answer.productionMissing': '還沒有填這段期間的產量。請填產量和單位，才能算出每 1 {{unit}} 的碳足跡。',
  'answer.declaredUnitMismatch':
    '產量的單位是「{{found}}」，客戶要的是每 1「{{expected}}」。請改用能換算的單位，或填每件的重量。',
  'answer.stageMissing': '「{{name}}」還沒有選生命週期階段。請選一個。',
  'answer.stageOutsideBoundary': '「{{name}}」屬於出廠以後，這次只算到出廠。請改階段，或標為不適用。',
  'answer.amountMissing': '「{{name}}」還沒有數量。請補上；沒有用到的話，請標為不適用。',
  'answer.unitMissing': '「{{name}}」還沒有單位。請補上，例如 kg、kWh。',
  'answer.factorMissing': '「{{name}}」還沒有排放係數。請填係數和單位。',
  'answer.unitsDoNotConvert':
    '「{{name}}」的單位不能換算成係數的單位。請檢查兩個單位，改成量得一樣的，例如都用度或都用公斤。',
  'answer.transportNotCounted': '「{{name}}」的數量不是重量，所以運輸沒有算進去。要算的話，請改填重量。',
  'answer.notCalculated': '這裡的數字算不出結果。請檢查數量和單位。',

  'enteredFootprint.valueMissing': '請填碳足跡的數字，例如 1.25。',
  'enteredFootprint.boundaryMissing': '還沒有選計算範圍。請選算到出廠，還是算到廢棄。',
  'enteredFootprint.periodUnreadable': '數據期間「{{found}}」看不懂。請寫成 113/1/1~113/12/31。',
  'enteredFootprint.scoreOutOfRange': '數據品質分數要在 1 到 5 之間。請重新填，不知道的話請留白。',
  'enteredFootprint.shareOutOfRange': '一級數據占比要在 0 到 100 之間。請重新填，不知道的話請留白。',

  'target.unitUnexpected': '單位「{{found}}」不能用在這裡。減量請填 %，排放量請填公噸（tCO2e）。',
  'bom.declaredUnitAssumed':
    '沒有寫「{{product}}」的宣告單位，先當作每 1 個，對嗎？不對的話，請在上面的產品旁更改。',
  'bom.productNamedAfterFile':
    '檔案裡沒有寫產品名稱，先用檔名「{{product}}」。要更新原有的產品，請在表格上方寫「產品名稱：」和它的名稱，再匯入一次。',
  'bom.declaredUnitKept':
    '檔案寫每 {{found}}，但「{{product}}」的流程圖有人改過，所以還是每 {{amount}} {{unit}}。要改的話，請到產品頁更改。',
  'declaredUnit.unreadable': '宣告單位「{{found}}」看不懂。請寫成數字加單位，例如 1 公噸、1000 kg 或 1 個。',
  'declaredUnit.notConvertible':
    '流程圖做出來的是以 {{expected}} 計，不能換算成 {{unit}}。請選用量本來就是做這麼多的，或改用能換算的單位。',
  'bom.tooManyLines': '物料清單有 {{found}} 列，最多 {{limit}} 列。請分成幾個檔案再上傳。',
  'bom.tooManyLinesOfProduct':
    '「{{product}}」有 {{found}} 列，一個產品最多 {{limit}} 列。請把它的組件各自當作一個產品，分開上傳。',
  'import.columnTwice':
    '工作表「{{sheet}}」有不只一欄（{{columns}}）當作「{{field}}」。請只留一欄，其他的改成別的或不使用。',
  'import.columnNameMissing': '工作表「{{sheet}}」看不出每一列是什麼。請選出哪一欄是名稱或料號。',
  'import.cancelled': '有人取消了這次匯入，什麼都沒有存進去。要匯入的話，請再上傳一次。',
  'import.failed':
    '我們這邊出了問題，這個檔案處理不了，什麼都沒有存進去；您的檔案沒有錯。請過幾分鐘再上傳一次。',
  'reading.tookTooLong':
    '讀了 {{seconds}} 秒還沒讀完，所以停下來了。請刪掉用不到的工作表和格式，再上傳一次。',
  'reading.neededTooMuch': '檔案的內容太多，讀不完。請只留需要的工作表，再上傳一次。',
} satisfies Record<Code, string>;
