import type {
  allianceFindingCodes,
  consultationFindingCodes,
  guidanceFindingCodes,
  matchingFindingCodes,
  offsetFindingCodes,
  programmeTotalsFindingCodes,
  rankingFindingCodes,
  releaseFindingCodes,
  savingsFindingCodes,
  supplierRequestFindingCodes,
  targetFindingCodes,
  trainingFindingCodes,
} from '@slipstream/programme';

type Code = (
  | typeof allianceFindingCodes
  | typeof consultationFindingCodes
  | typeof guidanceFindingCodes
  | typeof matchingFindingCodes
  | typeof offsetFindingCodes
  | typeof programmeTotalsFindingCodes
  | typeof rankingFindingCodes
  | typeof releaseFindingCodes
  | typeof savingsFindingCodes
  | typeof supplierRequestFindingCodes
  | typeof targetFindingCodes
  | typeof trainingFindingCodes
)[number];

/** Sentences about working together: requests, targets, rankings, alliances and the services of the platform. */
export const programmeFindings = {
  'supplierRequest.dueDateMissing': '還沒有填希望回覆的日期，請補上。',
  'supplierRequest.dueDatePast': '希望回覆的日期（{{dueDate}}）已經過了。請改成今天（{{today}}）以後的日期。',
  'supplierRequest.recipientMissing': '還沒有填寄給誰。請填供應商聯絡人的電子郵件。',
  'supplierRequest.modeUnknown': '還沒有選要供應商交什麼：盤查表、算好的碳足跡，或兩種都可以。',
  'supplierRequest.confidentialityNotOffered': '請從中心廠提供的公開程度中選一種。',
  'supplierRequest.fillerMissing': '還沒有填表人。請指定貴公司由誰填寫。',
  'supplierRequest.reviewerMissing': '還沒有審核人。請指定貴公司由誰審核。',
  'supplierRequest.fillerIsReviewer': '填表人和審核人是同一位。請指定另一位來審核。',
  'supplierRequest.notTheFiller': '這一步要由填表人來做。請找填表人，或改派填表人。',
  'supplierRequest.notTheReviewer': '這一步要由審核人來做。請找審核人，或改派審核人。',
  'supplierRequest.blockingChecks': '還有 {{blockingChecks}} 個地方要先補好，才能送出。',
  'supplierRequest.noNewerVersion': '還沒有核可的新版，所以目前的版本（第 {{version}} 版）繼續有效。',

  'target.yearInvalid': '「{{found}}」不是可以用的年份。請填西元年，例如 2030。',
  'target.yearsContradict': '目標年（{{targetYear}}）要晚於基準年（{{baseYear}}）。請改其中一個。',
  'target.yearRepeated': '{{year}} 年填了兩次。請只留一筆。',
  'target.reportBeforeBase': '{{year}} 年不晚於基準年（{{baseYear}}），不能當作成果。請填基準年以後的年份。',

  'ranking.weightsNotOne': '各項比重加起來是 {{sum}}，應該是 1（100%）。請調整比重。',
  'ranking.supplierRepeated': '供應商「{{id}}」在名單上出現兩次。請只留一個。',
  'ranking.willingnessInvalid': '配合意願要填 1 到 5 的整數，這裡是 {{found}}。請重新填。',
  'ranking.countInvalid': '最多邀請幾家要填整數，這裡是 {{found}}。請重新填。',
  'ranking.sharesExceedWhole': '「{{criterion}}」加起來是 {{sum}}，超過全部。請檢查各供應商的占比。',
  'ranking.noShares': '「{{criterion}}」全部是 0，分不出先後。請補上占比，或把這一項的比重改成 0。',

  'alliance.leadFirmMissing': '聯盟至少要有一家中心廠。請先加入中心廠。',
  'alliance.memberMissing': '聯盟至少要有一家成員。請先加入成員。',
  'alliance.horizonWithoutTarget': '{{horizon}}目標還沒有訂。請補上。',
  'alliance.reviewedThisYear': '{{lastReviewYear}} 年已經檢討過了。請等下一年度再檢討。',

  'release.policyTooWeak': '保護設定是 {{found}}，最少要 {{least}}，才看不出是哪一家。請調高。',
  'release.periodReleased': '「{{period}}」的統計已經公布過，不能再公布一次。',
  'release.memberRepeated': '成員「{{id}}」出現兩次。請只留一筆。',
  'release.measuresMissing': '還沒有選要公布哪些數字。請至少選一項。',

  'programme.noSuppliers': '還沒有供應商，無法加總。請先加入供應商。',
  'programme.supplierRepeated': '供應商「{{id}}」出現兩次，會重複計算。請只留一筆。',

  'savings.noRate': '「{{tier}}」沒有公布的節電率，無法估算。請改選其他做法，或填實際的節電量。',

  'offset.methodologyMissing': '還沒有選減量方法。請先選一種。',
  'offset.noCredits': '沒有減量成效，不能申請額度。請檢查基線、專案和洩漏的排放量。',

  'consultation.consultantMissing': '還沒有指派顧問。請先指派。',
  'consultation.notTheConsultant': '這一題要由指派的顧問回答。請找該顧問，或改派。',
  'consultation.answerMissing': '還沒有寫回答。請先寫好再送出。',

  'guidance.teamIncomplete': '輔導團隊還缺{{role}}。請補上。',
  'guidance.visitMissing': '還沒有到廠輔導的紀錄。請先登錄一次。',
  'guidance.reportMissing': '還沒有輔導報告。請先上傳。',

  'matching.notAgreed': '{{side}}還沒有同意。請等雙方都同意再進行。',

  'training.capacityInvalid': '名額要填大於 0 的整數，這裡是 {{found}}。請重新填。',
  'training.alreadyRegistered': '這一位已經報名了，不用再報一次。',
  'training.registrationClosed': '報名已經截止。請看看其他場次。',
  'training.noSeatFree': '目前沒有空位。請先排候補。',
  'training.notFirstInLine': '前面還有 {{waitingBefore}} 位候補。請依順序遞補。',
  'training.notBegun': '講習會還沒有開始（{{beginsAt}}）。請開始後再登錄出席。',
  'training.instantInvalid': '「{{found}}」不是可以用的時間。請重新填講習會的時間。',
} satisfies Record<Code, string>;
