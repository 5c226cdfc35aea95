import type { FormWording } from '../../src/domain/form/wordings/form-wording.ts';

/** A form of the next version of which every text is another one. Only placeholders stay, for the form fills them in. */
export function rewordedForm(form: FormWording): FormWording {
  let count = 0;
  const reworded = (value: unknown): unknown => {
    if (typeof value === 'string') return `ถ้อยคำใหม่ ${(count += 1)} ${value.match(/\{\w+\}/g)?.join(' ') ?? ''}`.trim();
    if (Array.isArray(value)) return value.map(reworded);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, reworded(part)]));
  };
  return { ...(reworded(form) as FormWording), version: form.version + 1 };
}
