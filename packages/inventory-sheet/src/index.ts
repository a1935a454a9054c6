export * from './workbook/read.ts';
