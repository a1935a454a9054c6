import { evilFiles } from '../../upload/evil-files.ts';
import { packSheets, type Value } from '../../upload/messy.ts';

/** A file as somebody might drop it by mistake, or to do harm, and what the page must say of it: place, cause, cure. */
export interface BadFile {
  readonly fileName: string;
  readonly bytes: () => Uint8Array;
  readonly says: Readonly<Record<'zh-TW' | 'en', readonly (string | RegExp)[]>>;
}

const header: readonly Value[] = ['料號', '品名', '數量', '單位', '單重(kg)', '供應商'];
const sheet =
  (name: string, rows: readonly (readonly Value[])[], merges: readonly string[] = []) =>
  () =>
    packSheets([{ name, rows, merges }]);
const evil = (name: string) => () => {
  const found = evilFiles.find((file) => file.name === name);
  if (!found) throw new Error(`No evil file is called ${name}`);
  return found.make();
};

/** Text in Big5, as old ERP systems export it. */
function big5(text: string): Uint8Array {
  const decoder = new TextDecoder('big5');
  const bytesOf = new Map<string, readonly number[]>();
  for (let lead = 0xa1; lead <= 0xf9; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if (!bytesOf.has(character)) bytesOf.set(character, [lead, trail]);
    }
  return Uint8Array.from(
    [...text].flatMap((character) => bytesOf.get(character) ?? [character.charCodeAt(0)]),
  );
}

/** What nothing is wrong with. */
export const honestBill: BadFile = {
  fileName: '用料表.xlsx',
  bytes: sheet('用料表', [header, ['H-001', '泵殼', 1, '個', 2.4, '允成壓鑄']]),
  says: { 'zh-TW': ['1 列全部讀進來了'], en: ['Every row was read: 1'] },
};

/** What is refused whole; the place is the file, or its sheet. */
export const refusedFiles = {
  picture: {
    fileName: '照片.xlsx',
    bytes: evil('picture'),
    says: {
      'zh-TW': ['照片.xlsx', '不是試算表', '請上傳 Excel（.xlsx）或 CSV 檔'],
      en: ['照片.xlsx', 'no spreadsheet', 'Upload an Excel (.xlsx) or CSV file'],
    },
  },
  pdf: {
    fileName: '用料表.pdf',
    bytes: evil('pdf'),
    says: {
      'zh-TW': ['用料表.pdf', '這是 PDF', '請上傳原來的 Excel 檔'],
      en: ['用料表.pdf', 'This is a PDF', 'Upload the original Excel file'],
    },
  },
  empty: {
    fileName: '空白.xlsx',
    bytes: evil('empty'),
    says: {
      'zh-TW': ['空白.xlsx', '檔案是空的', '請選有內容的檔案'],
      en: ['空白.xlsx', 'file is empty', 'Choose a file with something in it'],
    },
  },
  password: {
    fileName: '機密.xlsx',
    bytes: evil('workbook with password'),
    says: {
      'zh-TW': ['機密.xlsx', '有密碼', '移除密碼'],
      en: ['機密.xlsx', 'has a password', 'Remove the password'],
    },
  },
  oldExcel: {
    fileName: '舊版.xls',
    bytes: evil('xls of before 2007'),
    says: {
      'zh-TW': ['舊版.xls', '舊版的 .xls', '另存成 .xlsx'],
      en: ['舊版.xls', 'old .xls file', 'Save it as .xlsx'],
    },
  },
  damaged: {
    fileName: '傳壞了.xlsx',
    bytes: evil('truncated'),
    says: {
      'zh-TW': ['傳壞了.xlsx', '檔案壞了', '請用 Excel 開啟，另存新檔再上傳'],
      en: ['傳壞了.xlsx', 'file is damaged', 'Open it in Excel, save it as a new file'],
    },
  },
  bomb: {
    fileName: '炸彈.xlsx',
    bytes: evil('200 MB of blanks'),
    says: {
      'zh-TW': ['炸彈.xlsx', '展開後太大', '複製到新的檔案'],
      en: ['炸彈.xlsx', 'too large once unpacked', 'Copy what you need to a new file'],
    },
  },
  liar: {
    fileName: '謊報.xlsx',
    bytes: evil('declared 4 GB'),
    says: {
      'zh-TW': ['謊報.xlsx', '展開後太大', '複製到新的檔案'],
      en: ['謊報.xlsx', 'too large once unpacked', 'Copy what you need to a new file'],
    },
  },
  laughs: {
    fileName: '大笑.xlsx',
    bytes: evil('billion laughs'),
    says: {
      'zh-TW': ['大笑.xlsx', '不安全的內容', '請用 Excel 開啟，另存新檔再上傳'],
      en: ['大笑.xlsx', 'something unsafe', 'Open it in Excel, save it as a new file'],
    },
  },
  farCell: {
    fileName: '太寬.xlsx',
    bytes: evil('far cell'),
    says: {
      'zh-TW': ['Sheet1', '欄位太多', '刪掉右邊'],
      en: ['Sheet1', 'more than 1024 columns', 'Delete the unused ones'],
    },
  },
  letter: {
    fileName: '信.csv',
    bytes: () => new TextEncoder().encode('Dear all,\nplease find the list attached.\nRegards'),
    says: {
      'zh-TW': ['信.csv', '找不到可以讀的表格', '請在表格第一列寫上欄位名稱'],
      en: ['信.csv', 'No table was found', 'Give its first row column names'],
    },
  },
  emptySheet: {
    fileName: '沒有表.xlsx',
    bytes: sheet('沒有表', [['公司簡介'], ['我們成立於 1985 年']]),
    says: {
      'zh-TW': ['沒有表.xlsx', '找不到可以讀的表格', '請在表格第一列寫上欄位名稱'],
      en: ['沒有表.xlsx', 'No table was found', 'Give its first row column names'],
    },
  },
} satisfies Readonly<Record<string, BadFile>>;

/** What is read as far as it can be, the rest named; `lines` of it are stored. */
export const doubtfulBills = {
  noHeader: {
    fileName: '沒有欄名.xlsx',
    bytes: sheet('沒有欄名', [
      ['N-001', '鋁輪圈', 12, 'kg'],
      ['N-002', '螺絲', 4, '個'],
      ['N-003', '面板', 1, '片'],
    ]),
    lines: 3,
    says: {
      'zh-TW': ['沒有欄名 第 1 列', '找不到欄位名稱', '加一列欄位名稱'],
      en: ['沒有欄名, row 1', 'No column names were found', 'add a row of column names'],
    },
  },
  twoHeaders: {
    fileName: '兩列欄名.xlsx',
    bytes: sheet(
      '兩列欄名',
      [['物料資料', null, null, '採購資料'], header, ['T-001', '泵殼', 1, '個', 2.4, '允成壓鑄']],
      ['A1:C1', 'D1:F1'],
    ),
    lines: 1,
    says: { 'zh-TW': ['1 列全部讀進來了'], en: ['Every row was read: 1'] },
  },
  big5: {
    fileName: '舊系統.csv',
    bytes: () =>
      big5(
        '料號,品名,數量,單位,單重(kg),供應商\nB-001,鋁輪圈,2,個,3.5,大明工業\nB-002,紙箱,1,個,0.3,三禾紙器\n',
      ),
    lines: 2,
    says: {
      'zh-TW': ['舊系統.csv', '當作 Big5 編碼讀', 'B-001,鋁輪圈', '改存成 .xlsx'],
      en: ['舊系統.csv', 'read as Big5', 'B-001,鋁輪圈', 'save it as .xlsx'],
    },
  },
  fullWidth: {
    fileName: '全形.xlsx',
    bytes: sheet('全形', [header, ['Ｆ－００１', '泵殼', '１２．５', 'ＫＧ', null, '允成壓鑄']]),
    lines: 1,
    says: { 'zh-TW': ['1 列全部讀進來了'], en: ['Every row was read: 1'] },
  },
  repeated: {
    fileName: '料號重複.xlsx',
    bytes: sheet('料號重複', [
      header,
      ['D-001', '泵殼', 1, '個', 2.4, '允成壓鑄'],
      ['D-001', '泵殼', 2, '個', 2.4, '允成壓鑄'],
    ]),
    lines: 2,
    says: {
      'zh-TW': ['料號重複 A3', '和第 2 列相同', '請刪掉一列'],
      en: ['料號重複 A3', 'is also in row 2', 'delete one of the rows'],
    },
  },
  cycle: {
    fileName: '繞成一圈.xlsx',
    bytes: sheet('繞成一圈', [
      ['上階料號', ...header],
      ['C-00A', 'C-00B', '乙', 1, '個', 1, null],
      ['C-00B', 'C-00C', '丙', 1, '個', 1, null],
      ['C-00C', 'C-00A', '甲', 1, '個', 1, null],
      [null, 'C-001', '底板', 1, '個', 1, null],
    ]),
    lines: 3,
    says: {
      'zh-TW': ['繞成一圈 A4', 'C-00A → C-00C → C-00B → C-00A', '請檢查上階料號'],
      en: ['繞成一圈 A4', 'C-00A → C-00C → C-00B → C-00A', 'Check its parent part number'],
    },
  },
  unknownUnit: {
    fileName: '看不懂的單位.xlsx',
    bytes: sheet('看不懂的單位', [header, ['U-001', '砂', 3, '台斤車', null, '大明工業']]),
    lines: 1,
    says: {
      'zh-TW': ['看不懂的單位 D2', '看不懂單位「台斤車」', '改用常見的單位'],
      en: ['看不懂的單位 D2', 'unit “台斤車” is not known', 'Use a common one'],
    },
  },
  words: {
    fileName: '數量寫字.xlsx',
    bytes: sheet('數量寫字', [
      header,
      ['W-001', '泵殼', '約三', '個', 2.4, '允成壓鑄'],
      ['W-002', '轉軸', -3, '個', 0.8, '大同精密'],
    ]),
    lines: 0,
    says: {
      'zh-TW': ['數量寫字 C2', '「約三」不是可以用的數字', '請填 0 以上的數字', 'C3 是負數'],
      en: ['數量寫字 C2', '“約三” is no usable number', 'Enter a number of 0 or more', 'C3 is negative'],
    },
  },
} satisfies Readonly<Record<string, BadFile & { readonly lines: number }>>;
