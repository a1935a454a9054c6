import type { SupplierStory } from './programme.ts';

const story = (
  name: string,
  slug: string,
  clerk: string,
  manager: string,
  stop: SupplierStory['stop'],
  more: Partial<SupplierStory> = {},
): SupplierStory => ({ name, slug, clerk, manager, stop, ...more });

/** The 29 suppliers of 澄鋁工業, in every state a request can be in. */
export const chengluStories: readonly SupplierStory[] = [
  story('順隆煉鋼', 'shunlong', '吳佳穎', '許文彬', 'approved', {
    level: 'full',
    workbook: 'inventory-shunlong.xlsx',
  }),
  story('綠沅再生', 'luyuan', '蔡宜君', '鄭國棟', 'approved', {
    level: 'stageTotals',
    workbook: 'inventory-luyuan.xlsx',
  }),
  story('南曜鋁料', 'nanyao', '周怡君', '賴志明', 'approved', {
    level: 'footprintOnly',
    workbook: 'inventory-nanyao.xlsx',
  }),
  story('永錦鋁擠', 'yongjin', '郭淑芬', '洪志豪', 'approved', {
    level: 'footprintOnly',
    evidence: 'electricity-yongjin-2025.csv',
    improvedTo: 0.94,
  }),
  story('聯鑫壓鑄', 'lianxin', '曾雅雯', '廖俊傑', 'approved', {
    evidence: 'electricity-lianxin-2025.csv',
  }),
  story('東昶不鏽鋼', 'dongchang', '徐佩珊', '葉明宏', 'approved', {
    level: 'footprintOnly',
    evidence: 'electricity-dongchang-2025.csv',
  }),
  story('高昇傳動', 'gaosheng', '蘇郁婷', '莊建宏', 'approved'),
  story('大墩鋼板', 'dadun', '呂佳蓉', '江振宇', 'underReview'),
  story('禾盛金屬', 'hesheng', '何欣怡', '羅世昌', 'underReview', { level: 'footprintOnly' }),
  story('晉泰沖壓', 'jintai', '簡淑惠', '朱家豪', 'submitted'),
  story('榮昌鈑金', 'rongchang', '鍾麗娟', '游承翰', 'submitted', { level: 'footprintOnly' }),
  story('立德工程塑膠', 'lide', '潘雅玲', '詹益誠', 'submitted'),
  story('正隆齒輪', 'zhenglong', '彭秀琴', '胡志偉', 'returned'),
  story('台興馬達', 'taixing', '余思妤', '趙立群', 'returned', { level: 'footprintOnly' }),
  story('信祐線材', 'xinyou', '施雅慧', '盧建成', 'inProgress'),
  story('弘裕橡膠', 'hongyu', '馬靜宜', '丁文傑', 'inProgress'),
  story('美逸射出', 'meiyi', '顏君如', '柯宗翰', 'waitsForReviewer'),
  story('三禾紙器', 'sanhe', '翁慧玲', '魏明哲', 'accepted'),
  story('聚合發泡', 'juhe', '戴佳欣', '范振華', 'accepted'),
  story('宏澄光學', 'hongcheng', '宋美玲', '方志遠', 'declined'),
  story('合興塑管', 'hexing', '杜雅芳', '侯文彥', 'declined'),
  story('全勝螺絲', 'quansheng', '傅惠如', '沈家銘', 'sent'),
  story('嘉崴電路', 'jiawei', '唐詩涵', '尤信宏', 'sent'),
  story('林森木業', 'linsen', '薛靜怡', '溫國強', 'sent'),
  story('亞洲油品', 'yazhou', '白雅琪', '田永昌', 'sent'),
  story('台澤紙業', 'taize', '石曉雯', '康志強', 'sent'),
  story('詠豐塗裝', 'yongfeng', '姚淑貞', '梁俊賢', 'cancelled'),
  story('鼎力軋輥', 'dingli', '阮淑美', '汪建國', 'draft'),
  story('信義包材', 'xinyi', '龔雅惠', '段文雄', 'draft'),
];

/** Three of them also supply 穗原機械, which asks them for what it buys. */
export const suiyuanStories: readonly SupplierStory[] = [
  story('東昶不鏽鋼', 'dongchang', '徐佩珊', '葉明宏', 'approved', { level: 'footprintOnly' }),
  story('高昇傳動', 'gaosheng', '蘇郁婷', '莊建宏', 'submitted', { level: 'footprintOnly' }),
  story('聯鑫壓鑄', 'lianxin', '曾雅雯', '廖俊傑', 'sent'),
];
