import type { SignedReceipt } from '../views/entries.js';
import { ATTACHED_RECEIPT } from './receipt-pdf.js';

/** A receipt from a file, as JSON or out of the PDF that it is attached to. @throws Error that says why it can't be read */
export async function readReceipt(content: Uint8Array): Promise<SignedReceipt> {
  const isPdf = Buffer.from(content.subarray(0, 5)).toString('latin1') === '%PDF-';
  return JSON.parse(isPdf ? await attachedTo(content) : Buffer.from(content).toString('utf8')) as SignedReceipt;
}

async function attachedTo(file: Uint8Array): Promise<string> {
  const { getDocumentProxy } = await import('unpdf');
  const pdf = await getDocumentProxy(new Uint8Array(file), { verbosity: 0 });
  const attached = [...((await pdf.getAttachments()) ?? [])].find(([, { filename }]) => filename === ATTACHED_RECEIPT);
  const content = attached && (await pdf.getAttachmentContent(attached[0]));
  if (!content) throw new Error('no receipt is attached to this PDF');
  return Buffer.from(content).toString('utf8');
}
