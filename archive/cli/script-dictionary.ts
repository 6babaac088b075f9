import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { loadScriptEngine, type ScriptEngine } from '../text/script/script-engine.ts';

const dictionary = fileURLToPath(new URL('../../out/dictionaries/script.bin', import.meta.url));
const packing = fileURLToPath(new URL('../../scripts/pack-dictionaries.mjs', import.meta.url));

/** The engine over the packed dictionaries, which are packed first where they are not up to date. */
export async function openScriptEngine(): Promise<ScriptEngine> {
  if (existsSync(packing)) await promisify(execFile)(process.execPath, [packing]);
  const { buffer, byteOffset, byteLength } = await readFile(dictionary);
  return loadScriptEngine(buffer.slice(byteOffset, byteOffset + byteLength));
}
