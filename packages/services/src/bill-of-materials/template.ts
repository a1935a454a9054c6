import { type FormLanguage, makeBillOfMaterialsTemplate } from '@slipstream/inventory-sheet';

const fileNames: Readonly<Record<FormLanguage, string>> = {
  'zh-TW': '物料清單.xlsx',
  en: 'Bill of materials.xlsx',
};

/** An empty workbook for a bill of materials, its headings in Chinese and English, named in a language. */
export async function billTemplate(
  language: FormLanguage,
): Promise<{ readonly fileName: string; readonly bytes: Uint8Array }> {
  return { fileName: fileNames[language], bytes: await makeBillOfMaterialsTemplate() };
}
