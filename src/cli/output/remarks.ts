import { cellName } from '../../domain/spreadsheet/address.ts';
import { describeFinding } from '../../domain/messages/describe-finding.ts';
import type { MessageContext } from '../../domain/messages/message.ts';
import type { Language } from '../../domain/messages/words.ts';
import type { Finding } from '../../domain/checks/finding.ts';
import { isFinding, severityOfRemark, type Remark } from '../../domain/checks/remark.ts';
import { maskPersonalData } from '../../domain/text/personal-data.ts';
import { problemJson } from './json.ts';

/** The JSON of a remark, with personal data masked; null for what does not apply. */
export function remarkJson(remark: Remark, language: Language, context: MessageContext): Record<string, unknown> {
  if (!isFinding(remark)) return withoutPersonalData(problemJson(remark, language, context));
  const { message, remedy } = describeFinding(remark, language, context.programme);
  const { code, file, agency, sheet = null, measure = null, field = null, contact = null } = remark;
  const { cell, start = null, end = null, found, suggestion = null, facts, fix } = remark;
  const severity = severityOfRemark(remark);
  const location = { file, agency, sheet, cell: cell ? cellName(cell) : null, measure, field, contact, start, end };
  return {
    code,
    severity,
    ...location,
    message,
    remedy,
    found,
    suggestion,
    fixable: fix !== undefined,
    facts: spelt(facts),
  };
}

/** The facts with cells by their names. */
function spelt(facts: Finding['facts']): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => [name, typeof fact === 'object' ? cellName(fact) : fact]),
  );
}

function withoutPersonalData(facts: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => [name, typeof fact === 'string' ? maskPersonalData(fact) : fact]),
  );
}
