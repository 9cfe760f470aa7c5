// Reads what a form sent: its fields, and its files where the route takes files.
import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { addField, emptyFields, firstOf, type Fields } from './fields.ts';
import { TOKEN_FIELD } from './form-token.ts';
import { RequestProblem } from './problems.ts';
import type { SentFile, UploadLimits } from './visit.ts';

export interface FormBody {
  readonly form: Fields;
  readonly files: readonly SentFile[];
}

const FIELDS_WITH_FILES = 200;
/** Files of which each is still named back, where each is judged on its own; more is nobody's slip. */
const FILES_NAMED = 50;

/** Refuses a body too long, or of a kind the route does not take, by its headers: before a byte of it is read. */
export function checkBodyHeaders(
  request: FastifyRequest,
  upload: UploadLimits | undefined,
  longestFormBytes: number,
): void {
  const type = request.headers['content-type'] ?? '';
  if (!type.toLowerCase().startsWith('multipart/')) return;
  if (upload === undefined) throw new RequestProblem('wrong-type');
  const most = upload.maxFiles * upload.maxFileBytes + longestFormBytes;
  if (Number(request.headers['content-length'] ?? 0) > most) throw new RequestProblem('too-large');
}

/**
 * Reads the body. Files are kept only once a right token has come, so a stranger cannot fill the memory: our forms send
 * their hidden fields first. With a wrong token the fields still come back (a person's answers), the files do not.
 */
export async function readFormBody(
  request: FastifyRequest,
  upload: UploadLimits | undefined,
  longestFormBytes: number,
  isRightToken: (token: string | undefined) => boolean,
): Promise<FormBody> {
  if (upload === undefined || !request.isMultipart())
    return { form: (request.body ?? emptyFields()) as Fields, files: [] };
  const form = emptyFields();
  const files: SentFile[] = [];
  let fieldBytes = 0;
  const limits = {
    files: upload.eachOnItsOwn ? FILES_NAMED : upload.maxFiles,
    fileSize: upload.maxFileBytes,
    fields: FIELDS_WITH_FILES,
    fieldSize: longestFormBytes,
    fieldNameSize: 200,
  };
  try {
    for await (const part of request.parts({ limits })) {
      if (part.type === 'field') {
        if (typeof part.value !== 'string' || part.fieldname.includes('\0') || part.value.includes('\0'))
          throw new RequestProblem('bad-request');
        fieldBytes += part.value.length;
        if (part.valueTruncated || part.fieldnameTruncated || fieldBytes > longestFormBytes)
          throw new RequestProblem('too-large');
        addField(form, part.fieldname, part.value);
      } else if (!part.filename || !isRightToken(firstOf(form, TOKEN_FIELD))) {
        part.file.resume();
      } else {
        files.push(await fileOf(part, upload, files.length));
      }
    }
  } catch (error) {
    // What the parser itself throws has no code: a body cut short, or parts that are none.
    if (error instanceof RequestProblem || (error instanceof Error && 'code' in error)) throw error;
    throw new RequestProblem('bad-request');
  }
  return { form, files };
}

/** Reads one file. Of one that is too large, or one too many, nothing is held but its name. */
async function fileOf(
  part: MultipartFile,
  { maxFiles, eachOnItsOwn }: UploadLimits,
  before: number,
): Promise<SentFile> {
  const named = { field: part.fieldname, name: part.filename.replaceAll('\0', ''), claimedType: part.mimetype };
  const none = new Uint8Array();
  if (before >= maxFiles) {
    part.file.resume();
    return { ...named, bytes: none, dropped: 'too-many' };
  }
  const bytes = await part.toBuffer();
  if (part.file.truncated && !eachOnItsOwn) throw new RequestProblem('too-large');
  return part.file.truncated ? { ...named, bytes: none, dropped: 'too-large' } : { ...named, bytes };
}
