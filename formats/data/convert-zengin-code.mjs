// Makes the bank directory's tables from the JavaScript package zengin-code (MIT). Not part of the build: run it when a
// newer list is wanted, see docs/bank-directory.md.
//
//   node convert-zengin-code.mjs FOLDER-OF-THE-UNPACKED-PACKAGE RESOURCE-FOLDER
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

const [from, to] = process.argv.slice(2).map((path) => resolve(path));
const { version } = JSON.parse(readFileSync(join(from, 'package.json'), 'utf8'));
const banks = createRequire(import.meta.url)(join(from, 'lib', 'zengin-code.js'));

const byCode = (one, other) => (one.code < other.code ? -1 : 1);
const hiragana = (kana) => kana.replace(/[ァ-ン]/g, (sign) => String.fromCodePoint(sign.codePointAt(0) - 0x60));

function row(codes, { name, kana, hira, roma }) {
  // Hiragana is left out, because it follows from the kana.
  if (hiragana(kana) !== hira) throw new Error(`hiragana is more than the kana in other letters: ${codes} ${hira}`);
  const columns = [...codes, name, kana, roma];
  if (columns.some((column) => !column || /[\t\n\r]/.test(column))) throw new Error(`not a row: ${columns}`);
  return columns.join('\t') + '\n';
}

const head = `# zengin-code ${version}, MIT License, see LICENSE-zengin-code.txt\n`;
let bankRows = head;
let branchRows = head;
for (const bank of Object.values(banks).sort(byCode)) {
  if (!/^\d{4}$/.test(bank.code)) throw new Error(`not a bank code: ${bank.code}`);
  bankRows += row([bank.code], bank);
  for (const branch of Object.values(bank.branches).sort(byCode)) {
    if (!/^\d{3}$/.test(branch.code)) throw new Error(`not a branch code: ${bank.code} ${branch.code}`);
    branchRows += row([bank.code, branch.code], branch);
  }
}
writeFileSync(join(to, 'banks.tsv'), bankRows);
writeFileSync(join(to, 'branches.tsv'), branchRows);
copyFileSync(join(from, 'LICENSE.txt'), join(to, 'LICENSE-zengin-code.txt'));
