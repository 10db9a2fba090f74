import { Choice, command, districtKind, Flag, Text } from '#platform';
import { MAILINGS, standsAlone, type Mailing, type Words } from '../domain/notice.js';
import { linkMissing, noticeLegal, noticeSet, noticeSettingMachine, noticeUnknown, placeUnknown } from '../domain/notice-setting.js';
import { placesOf, unknownPlace } from '../domain/places.js';
import { lastSaid } from '../facts/last-said.js';
import { shippedNotice } from '../facts/notice-words.js';

export class SetNotice {
  @Text({ optional: true, min: 0, max: 200, description: 'The subject in Chinese; empty: the shipped one again' }) zhSubject?: string;
  @Text({ optional: true, min: 0, max: 5000 }) zhText?: string;
  @Text({ optional: true, min: 0, max: 200 }) enSubject?: string;
  @Text({ optional: true, min: 0, max: 5000 }) enText?: string;
  @Choice(MAILINGS, { optional: true, description: 'How its mail goes out where the reader said nothing else' }) mail?: Mailing;
  @Flag({ optional: true, description: 'Whether it also goes out as a text message, to those whose number is known' }) text?: boolean;
}

export const setNotice = command({
  name: 'set-notice',
  summary: 'Changes the words of a kind of notice, or how its mail goes out. What is empty is what the program brings.',
  on: districtKind,
  may: 'set-rules',
  target: (_: SetNotice & { kind: string }, district) => district,
  async decide(c, { kind, mail, text, ...words }) {
    const notice = shippedNotice(kind) ?? c.refuse(noticeUnknown, { kind });
    const known = await c.tx.noticeSetting.findUnique({ where: { districtId_kind: { districtId: c.district, kind } }, include: { aggregate: true } });
    const next = { zhSubject: words.zhSubject ?? known?.zhSubject ?? '', zhText: words.zhText ?? known?.zhText ?? '', enSubject: words.enSubject ?? known?.enSubject ?? '', enText: words.enText ?? known?.enText ?? '' };
    const places = placesOf(notice, await lastSaid(c.tx, c.district, notice));
    const said: Words[] = [{ subject: next.zhSubject || notice.zh.subject, text: next.zhText || notice.zh.text }, { subject: next.enSubject || notice.en.subject, text: next.enText || notice.en.text }];
    for (const one of said) {
      const place = unknownPlace(one, places);
      if (place !== undefined) c.refuse(placeUnknown, { place, places: places.join(', ') });
      for (const needed of [notice.link && '{link}', notice.text === 'code' && '{code}']) if (needed && !one.text.includes(needed)) c.refuse(linkMissing, { link: needed });
    }
    if (mail !== undefined && mail !== 'now' && standsAlone(notice)) c.refuse(noticeLegal, { kind });
    if (text === false && notice.text === 'code') c.refuse(noticeLegal, { kind });
    const kept = Object.fromEntries(Object.entries(next).map(([field, text]) => [field, text === '' ? null : text]));
    const row = { ...kept, ...(mail !== undefined && { mail }), ...(text !== undefined && { text }) };
    const event = noticeSet({ kind, changed: [...Object.keys(words), ...(mail === undefined ? [] : ['mail']), ...(text === undefined ? [] : ['text'])] });
    if (known) {
      c.move(known.aggregate, noticeSettingMachine.take('change', known.aggregate.state, {}, [event]));
      await c.tx.noticeSetting.update({ where: c.key(known.id), data: row });
      return { id: known.id };
    }
    const id = c.create('notice-setting', noticeSettingMachine.begin(event));
    await c.tx.noticeSetting.create({ data: { districtId: c.district, id, kind, ...row } });
    return { id };
  },
});
