import type { BillOfMaterialsContent } from '@slipstream/inventory-sheet';

type BomDraft = BillOfMaterialsContent['lines'][number];

/** A bought part: number, name, material as a buyer writes it, kilograms a piece, pieces in one product, supplier. */
type Part = readonly [
  partNumber: string,
  name: string,
  material: string,
  kg: number,
  pieces: number,
  supplier: string,
];

const line = (
  part: Partial<BomDraft> & Pick<BomDraft, 'partNumber' | 'name' | 'material' | 'supplier'>,
): BomDraft => ({
  level: 1,
  specification: null,
  quantity: null,
  unit: null,
  unitTyped: null,
  kgPerPiece: null,
  lineMassKg: null,
  unitPrice: null,
  costShare: null,
  annualVolume: null,
  soleSource: null,
  remark: null,
  ...part,
});

const weighed = (
  partNumber: string,
  name: string,
  material: string,
  kg: number,
  supplier: string,
  annualTonnes: number,
) =>
  line({
    partNumber,
    name,
    material,
    supplier,
    quantity: { typed: String(kg), value: kg },
    unit: 'kg',
    unitTyped: 'kg',
    annualVolume: annualTonnes * 1000,
  });

const counted = ([partNumber, name, material, kg, pieces, supplier]: Part, perYear: number, factor = 1) =>
  line({
    partNumber,
    name,
    material,
    supplier,
    quantity: { typed: String(pieces * factor), value: pieces * factor },
    unit: 'pcs',
    unitTyped: 'pcs',
    kgPerPiece: kg,
    annualVolume: pieces * factor * perYear,
  });

/** Sixty parts of a lifting column; the wide one has the same, some of them more often. */
const liftingColumn: readonly Part[] = [
  ['LC-101', '外管', '鋁 6063', 2.4, 2, '永錦鋁擠'],
  ['LC-102', '內管', '鋁 6063', 1.9, 2, '永錦鋁擠'],
  ['LC-103', '橫樑', '鋁 6063', 3.1, 1, '永錦鋁擠'],
  ['LC-104', '導軌', '鋁 6061', 0.85, 4, '禾盛金屬'],
  ['LC-105', '端板', '鋁 5052', 0.32, 4, '禾盛金屬'],
  ['LC-106', '馬達座', '鋁 ADC12', 0.74, 2, '聯鑫壓鑄'],
  ['LC-107', '齒輪箱殼', '鋁 ADC12', 0.91, 2, '聯鑫壓鑄'],
  ['LC-108', '軸承座', '鋁 ADC12', 0.28, 4, '聯鑫壓鑄'],
  ['LC-109', '底板', '鋼板 SS400', 6.8, 2, '大墩鋼板'],
  ['LC-110', '補強板', '鋼板 SS400', 1.15, 4, '大墩鋼板'],
  ['LC-111', '配重塊', '鋼板 SS400', 2.2, 2, '大墩鋼板'],
  ['LC-112', '側蓋', '冷軋 SPCC', 0.66, 4, '晉泰沖壓'],
  ['LC-113', '支架', '冷軋 SPCC', 0.41, 8, '晉泰沖壓'],
  ['LC-114', '線槽', '冷軋 SPCC', 0.52, 2, '晉泰沖壓'],
  ['LC-115', '控制箱體', '鍍鋅 SGCC', 1.35, 1, '榮昌鈑金'],
  ['LC-116', '控制箱蓋', '鍍鋅 SGCC', 0.58, 1, '榮昌鈑金'],
  ['LC-117', '固定夾', '鍍鋅 SGCC', 0.06, 12, '榮昌鈑金'],
  ['LC-118', '螺桿', '棒鋼 S45C', 2.05, 2, '高昇傳動'],
  ['LC-119', '傳動軸', '棒鋼 S45C', 1.4, 1, '高昇傳動'],
  ['LC-120', '聯軸器', '棒鋼 S45C', 0.24, 2, '高昇傳動'],
  ['LC-121', '正齒輪', '棒鋼 SCM440', 0.36, 2, '正隆齒輪'],
  ['LC-122', '蝸桿', '棒鋼 SCM440', 0.29, 2, '正隆齒輪'],
  ['LC-123', '內六角螺絲 M8', '螺絲 SCM435', 0.021, 48, '全勝螺絲'],
  ['LC-124', '六角螺帽 M8', '螺帽', 0.006, 48, '全勝螺絲'],
  ['LC-125', '自攻螺絲 M4', '螺絲', 0.003, 36, '全勝螺絲'],
  ['LC-126', '導向柱', '不鏽鋼 SUS304', 0.88, 4, '東昶不鏽鋼'],
  ['LC-127', '彈簧片', '不鏽鋼 SUS301', 0.05, 8, '東昶不鏽鋼'],
  ['LC-128', '銘板', '不鏽鋼 SUS304', 0.03, 1, '東昶不鏽鋼'],
  ['LC-129', '定子鐵芯', '電磁鋼 50A400', 1.2, 2, '台興馬達'],
  ['LC-130', '轉子鐵芯', '電磁鋼 50A400', 0.7, 2, '台興馬達'],
  ['LC-131', '漆包線', '漆包線', 0.45, 2, '台興馬達'],
  ['LC-132', '電源線', '銅線', 0.38, 1, '信祐線材'],
  ['LC-133', '馬達線組', '銅線', 0.22, 2, '信祐線材'],
  ['LC-134', '訊號線組', '銅線', 0.12, 3, '信祐線材'],
  ['LC-135', '控制面板殼', 'ABS', 0.18, 1, '美逸射出'],
  ['LC-136', '按鍵', 'ABS', 0.008, 6, '美逸射出'],
  ['LC-137', '端蓋', 'ABS', 0.075, 4, '美逸射出'],
  ['LC-138', '滑塊', 'POM', 0.06, 16, '立德工程塑膠'],
  ['LC-139', '襯套', 'POM', 0.035, 8, '立德工程塑膠'],
  ['LC-140', '齒條', 'PA66', 0.11, 2, '立德工程塑膠'],
  ['LC-141', '絕緣座', 'PBT', 0.045, 4, '立德工程塑膠'],
  ['LC-142', '透明窗', 'PC', 0.04, 1, '宏澄光學'],
  ['LC-143', '導光條', 'PMMA', 0.02, 2, '宏澄光學'],
  ['LC-144', '腳墊', '橡膠 NBR', 0.07, 4, '弘裕橡膠'],
  ['LC-145', '防塵圈', '橡膠 EPDM', 0.03, 4, '弘裕橡膠'],
  ['LC-146', '緩衝墊', '橡膠 SBR', 0.05, 4, '弘裕橡膠'],
  ['LC-147', '配線管', 'PVC', 0.16, 2, '合興塑管'],
  ['LC-148', '束帶', 'PA66', 0.002, 24, '合興塑管'],
  ['LC-149', '電路板基材', '銅箔基板', 0.09, 1, '嘉崴電路'],
  ['LC-150', '灌封膠', '環氧', 0.12, 1, '嘉崴電路'],
  ['LC-151', '銲錫', '無鉛銲錫', 0.015, 1, '嘉崴電路'],
  ['LC-152', '粉體塗料', '環氧', 0.35, 1, '詠豐塗裝'],
  ['LC-153', '外箱', '瓦楞紙箱', 2.1, 1, '三禾紙器'],
  ['LC-154', '內隔板', '瓦楞紙箱', 0.6, 2, '三禾紙器'],
  ['LC-155', '說明書', '說明書', 0.05, 1, '三禾紙器'],
  ['LC-156', '緩衝泡棉', 'EPS', 0.3, 2, '聚合發泡'],
  ['LC-157', '防塵袋', 'LDPE', 0.08, 1, '聚合發泡'],
  ['LC-158', '棧板', '木棧板', 11, 1, '林森木業'],
  ['LC-159', '角材', '木材', 1.6, 4, '林森木業'],
  ['LC-160', '潤滑脂', '潤滑油', 0.1, 1, '亞洲油品'],
];
/** Parts of which the wide column has twice as many. */
const doubled = new Set(['LC-103', 'LC-109', 'LC-110', 'LC-119', 'LC-153']);

/** The bills of 澄鋁工業, one worksheet each. */
export const chengluBills: readonly BillOfMaterialsContent[] = [
  {
    productName: 'H 型鋼 H300',
    declaredUnit: '1 公噸',
    lines: [
      weighed('HB-01', '電弧爐扁鋼胚', '扁鋼胚', 1035, '順隆煉鋼', 62_100),
      weighed('HB-02', '捆紮鋼帶', '冷軋 SPCC', 1.6, '晉泰沖壓', 96),
      weighed('HB-03', '軋輥潤滑油', '潤滑油', 0.4, '亞洲油品', 24),
      weighed('HB-04', '軋輥耗材', '棒鋼 SCM440', 0.9, '鼎力軋輥', 54),
    ],
  },
  {
    productName: '鋁捲 A5052',
    declaredUnit: '1 公噸',
    lines: [
      weighed('AC-01', '原生鋁錠', '鋁錠', 760, '南曜鋁料', 9_120),
      weighed('AC-02', '再生鋁錠', '再生鋁', 290, '綠沅再生', 3_480),
      weighed('AC-03', '軋製油', '礦物油', 3.2, '亞洲油品', 38),
      weighed('AC-04', '木棧板', '木棧板', 18, '林森木業', 216),
      weighed('AC-05', '包裝膜', 'LDPE', 2.5, '聚合發泡', 30),
      weighed('AC-06', '層間襯紙', '牛皮紙', 1.1, '台澤紙業', 13),
      weighed('AC-07', '護角', '塑膠', 0.6, '信義包材', 7),
    ],
  },
  {
    productName: '升降柱 LC-60',
    declaredUnit: '1 個',
    lines: liftingColumn.map((part) => counted(part, 12_000)),
  },
  {
    productName: '升降柱 LC-60W 加寬型',
    declaredUnit: '1 個',
    lines: liftingColumn.map((part) => counted(part, 4_000, doubled.has(part[0]) ? 2 : 1)),
  },
];

/** The bill of 穗原機械: three of its suppliers sell it what they also sell to 澄鋁工業. */
export const suiyuanBills: readonly BillOfMaterialsContent[] = [
  {
    productName: '輸送滾筒 R-80',
    declaredUnit: '1 個',
    lines: [
      counted(['RR-01', '導向柱', '不鏽鋼 SUS304', 0.88, 4, '東昶不鏽鋼'], 20_000),
      counted(['RR-02', '傳動軸', '棒鋼 S45C', 1.4, 1, '高昇傳動'], 20_000),
      counted(['RR-03', '軸承座', '鋁 ADC12', 0.28, 2, '聯鑫壓鑄'], 20_000),
      weighed('RR-04', '包膠', '橡膠 NBR', 0.3, '大信膠業', 6),
    ],
  },
];
