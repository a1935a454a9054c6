import type {
  actualUseFindingCodes,
  balanceFindingCodes,
  comparisonFindingCodes,
  dataQualityFindingCodes,
  drawnBandFindingCodes,
  explanationFindingCodes,
  footprintFindingCodes,
  modelChangeFindingCodes,
  plausibilityFindingCodes,
  primaryDataFindingCodes,
  solverFindingCodes,
  verificationBreadthFindingCodes,
} from '@slipstream/footprint';

type Code = (
  | typeof actualUseFindingCodes
  | typeof balanceFindingCodes
  | typeof comparisonFindingCodes
  | typeof dataQualityFindingCodes
  | typeof drawnBandFindingCodes
  | typeof explanationFindingCodes
  | typeof footprintFindingCodes
  | typeof modelChangeFindingCodes
  | typeof plausibilityFindingCodes
  | typeof primaryDataFindingCodes
  | typeof solverFindingCodes
  | typeof verificationBreadthFindingCodes
)[number];

/** Sentences about the model of a product and what is read from it. Ids are left out: the page shows the place. */
export const footprintFindings = {
  'id.blank': '這一項沒有編號。請移除後重新新增。',
  'id.duplicate': '有兩項用了同一個編號「{{id}}」。請移除其中一項，再重新新增。',
  'reason.missing': '還沒有寫理由。請寫下為什麼可以不計算。',
  'unit.missing': '單位還沒有填。請從清單選一個。',

  'period.invalid': '盤查期間的日期沒有填，或不存在。請重新填。',
  'period.reversed': '盤查期間的結束日（{{end}}）早於開始日（{{start}}）。請對調。',
  'period.outside':
    '數據期間（{{start}} 至 {{end}}）完全不在盤查期間（{{studyStart}} 至 {{studyEnd}}）內。請換成盤查期間的數據。',
  'period.partial':
    '數據期間（{{start}} 至 {{end}}）只涵蓋一部分盤查期間（{{studyStart}} 至 {{studyEnd}}）。請補齊，或說明為什麼足以代表。',

  'stage.illegal': '這種產品沒有「{{stage}}」階段。請改選其他生命週期階段。',
  'process.outsideBoundary':
    '「{{stage}}」階段不在系統邊界（{{business}}）內。請移除這個製程，或改系統邊界。',
  'process.disconnected': '這個製程沒有連到產品，所以沒有計入。請連上，或移除它。',
  'process.referenceMissing': '還沒有選這個製程的主要產出。請選一項產品。',
  'process.referenceUnknown': '選為主要產出的那一項已經不在了。請重新選一項產品。',
  'process.referenceNotProduct': '主要產出要是產品，不能是投入、廢棄物或排放。請重新選。',
  'process.duplicateProduct': '同一個製程產出同一種產品兩次。請合併成一項。',

  'statedUnit.missing': '還沒有填功能單位或宣告單位。請先說明結果是每多少產品。',
  'statedUnit.descriptionMissing': '功能單位還沒有說明。請寫下產品提供什麼功能、多久、多好。',
  'referenceFlow.missing': '還沒有選哪一項是產品。請把最後的產出設為產品。',
  'referenceFlow.processUnknown': '設為產品的製程已經不在了。請重新設定產品。',
  'referenceFlow.notProduced': '設為產品的流，那個製程並沒有產出。請加上產出，或重新設定產品。',
  'referenceFlow.notDeclaredUnit':
    '參考流換算後是 {{amount}} {{unit}}，和宣告單位 {{declared}} {{unit}} 不一致。請改成相同。',

  'exchange.flowUnknown': '這一項用的物質或能源已經不在清單裡。請重新選。',
  'exchange.unlinked': '這一項還沒有來源。請連到供應的製程、選排放係數，或說明不計算的理由。',
  'exchange.secondProvider': '這一項連了兩個供應的製程。請只留一條；兩家供應時，請分成兩項。',
  'exchange.answeredTwice': '這一項同時有兩種來源，會重複計算。請只留一種。',
  'exchange.productAnswered': '產品是這個製程做出來的，不用再選係數或來源。請把它們移除。',
  'exchange.avoidedNotProduct': '只有產出的產品能算作避免的生產。請取消這個選項。',

  'link.providerUnknown': '這條流向的起點製程已經不在了。請移除這條流向。',
  'link.processUnknown': '這條流向的終點製程已經不在了。請移除這條流向。',
  'link.exchangeUnknown': '這條流向連到的投入已經不在了。請移除，或連到另一項投入。',
  'link.flowMismatch': '這條流向兩端不是同一種物質或能源。請改連相同的項目。',
  'link.flowNotProvided': '起點的製程沒有產出這種物質或能源。請改連另一個製程，或補上產出。',

  'factor.missing': '還沒有選排放係數。請選一個。',
  'factor.unitMalformed': '看不懂係數的單位「{{unit}}」。請寫成 kgCO2e/kg 或 kgCO2e/kWh 的形式。',
  'factor.componentsDoNotAdd': '係數是 {{value}}，各組成加起來卻是 {{total}}。請檢查化石、生質等各項。',
  'factor.removalPositive': '生質碳移除是 {{value}}，應該是 0 或負數。請檢查正負號。',
  'factor.aircraftAboveFossil':
    '航空排放（{{aircraft}}）大於化石排放（{{fossil}}），但它應該是其中一部分。請檢查這兩項。',
  'factor.boundaryMismatch': '「{{boundary}}」的係數含有後面的階段，會重複計算。請改選搖籃到大門的係數。',
  'factor.gridFactor': '電網排放係數只含發電，適用於組織型盤查。產品碳足跡請改選含燃料供應的電力係數。',

  'allocation.missing': '這個製程有好幾種產品，還沒有選怎麼分配。請選分配基礎。',
  'allocation.factorMissing': '有一種產品還沒有填分配的數值。請補上。',
  'allocation.factorNotProduct': '分配的數值給了一項不是產品的產出。請移除它。',
  'allocation.sharesDoNotAdd': '分配比例加起來是 {{sum}}，應該是 1（100%）。請調整。',
  'allocation.noWeight': '分配的數值全部是 0，分不出去。請至少填一個大於 0 的數值。',
  'allocation.reasonMissing': '以「{{basis}}」分配不是依物理關係。請寫下為什麼這樣分。',
  'allocation.appliesToUnknown': '指定分給的產品，這個製程沒有產出。請重新選產品。',

  'sealed.sameStudy': '這份供應商碳足跡就是這項產品自己的結果，會繞回自己。請換一份。',
  'sealed.boundaryMismatch':
    '這份供應商碳足跡含有使用和廢棄階段（{{business}}），會重複計算。請供應商改給搖籃到大門的結果。',
  'cascade.studyUnknown': '找不到引用的碳足跡研究。請重新選。',
  'cascade.cycle': '這些研究互相引用，繞成一圈：{{studies}}。請改掉其中一個引用。',

  'solver.loopWithoutFiniteAnswer':
    '有 {{size}} 個製程互相供應，用掉的比做出來的還多，算不出結果。請檢查迴路上的數量和單位。',
  'solver.loopUndecided':
    '有 {{size}} 個製程互相供應，用掉的和做出來的幾乎一樣多，算不出可靠的結果。請檢查迴路上的數量。',
  'solver.resultNotFinite': '算出來的數字大得無法表示。請檢查數量和單位。',

  'change.processUnknown': '要改的製程已經不在了。請重新選。',
  'change.exchangeUnknown': '要改的投入或產出已經不在了。請重新選。',
  'change.linkUnknown': '要改的流向已經不在了。請重新選。',
  'change.factorNotUsed': '要換掉的係數，這項產品沒有用到。請重新選。',
  'change.unitsDiffer': '兩項的單位不同（{{from}} 和 {{to}}），不能把數量移過去。請選單位相同的項目。',
  'change.amountMissing': '這一項還沒有數量，不能按比例改。請先填數量。',

  'comparison.functionalUnitDiffers':
    '功能單位不同：一個是「{{reference}}」，另一個是「{{other}}」。請用相同的功能單位再比較。',
  'comparison.boundaryDiffers':
    '系統邊界不同：一個是{{reference}}，另一個是{{other}}。請用相同的邊界再比較。',
  'comparison.pcrDiffers': '兩個結果用的產品類別規則（PCR）不同，不能比較。請用同一份規則重新計算。',
  'comparison.gwpSetDiffers':
    '全球暖化潛勢的版本不同：一個是 {{reference}}，另一個是 {{other}}。請用同一版重新計算。',
  'comparison.noBaseline': '比較的基準是 0，算不出百分比。請換一個基準。',

  'plausibility.magnitude':
    '{{value}} 大約是其他數值（中位數 {{median}}）的 {{ratio}} 倍，是不是單位或位數填錯了？請確認。',
  'plausibility.duplicateSubstance': '「{{name}}」出現兩次，是不是同一項填了兩次？是的話，請刪掉一項。',

  'actualUse.stockExceedsIssued':
    '庫存量（{{remainingStock}}）比領用量（{{issued}}）還多，實際用量會變成負的。請檢查兩個數字。',
  'balance.noInput': '沒有投入，無法計算平衡。請先填投入的數量。',
  'dataQuality.yearInvalid': '「{{found}}」不是可以用的年份。請填西元年，例如 2022。',
  'dataQuality.noWeight': '所有項目的排放量都是 0，無法計算整體的數據品質。請先填數量和係數。',
  'primaryData.noUpstreamEmissions': '上游排放量是 0，算不出一級數據的占比。請先填數量和係數。',
  'primaryData.duplicateSupplier': '供應商「{{id}}」出現兩次。請只留一個。',
  'verificationBreadth.noEmissions': '排放量全部是 0，選不出要查證的項目。請先填數量和係數。',
  'verificationBreadth.duplicateItem': '項目「{{id}}」出現兩次。請只留一個。',

  'monteCarlo.drawCountInvalid': '抽樣次數「{{draws}}」不能用。請填最多 {{most}} 的整數。',
  'monteCarlo.seedInvalid': '亂數種子「{{seed}}」不能用。請填一個整數。',
  'monteCarlo.noAnswer':
    '{{draws}} 次抽樣都算不出結果，看不出不確定性。請檢查互相供應的製程，數量是不是太接近極限。',

  'explanation.noPath': '從舊的結果變到新的結果，中間有算不出來的情況，無法拆解差異。請檢查兩版的迴路。',
  'explanation.notConverged': '差異拆解得不夠精確，所以沒有顯示。請縮小兩版之間的改動，再試一次。',
  'explanation.statedUnitDiffers':
    '兩版的單位不同（{{from}} 和 {{to}}），不能比較。請改成相同的功能單位或宣告單位。',
} satisfies Record<Code, string>;
