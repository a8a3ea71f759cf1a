// How long a service usually takes: three in four, in working time, from five deliveries on.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Service } from '../../contract/catalog.ts';
import { createService } from '../catalog/catalog.ts';
import { transact } from '../platform/db.ts';
import { at, must, openHotel, seen, type Hotel } from './for-tests.ts';
import { mostWithin } from './usual.rules.ts';
import { countUsual } from './usual.ts';

describe('most within', () => {
  it('is the time of the one in whose time three in four were done', () => {
    expect(mostWithin([10, 20, 30, 40])).toBe(30);
    expect(mostWithin([50, 10, 20, 40, 30])).toBe(40);
    expect(mostWithin([7])).toBe(7);
    expect(mostWithin([])).toBeNull();
  });
});

describe('counted from history', () => {
  let hotel: Hotel;
  beforeAll(async () => {
    hotel = await openHotel();
  });
  afterAll(() => hotel.close());

  it('nights do not count, and fewer than five tell nothing', async () => {
    const service = must(
      await transact(hotel.db, (tx) => createService(tx, { team: hotel.it, name: 'A lamp' }, hotel.time())),
    ).id;
    const usual = async () => ((await hotel.aino.get(`/api/services/${service}`)).body as Service).usual;
    const serve = async () => {
      // Asked at 15:00 in Helsinki, delivered at 9:00 on the next day: two hours of work.
      hotel.time('2026-11-24T13:00:00Z');
      const request = seen(await hotel.aino.post('/api/requests', { service }));
      seen(await hotel.mika.post(at(request, 'promise'), { deliverable: 'It', due: '2026-11-26T10:00:00Z' }));
      hotel.time('2026-11-25T07:00:00Z');
      seen(await hotel.mika.post(at(request, 'delivery'), { done: 'Here' }));
    };
    for (let n = 0; n < 4; n += 1) await serve();
    await countUsual(hotel.db, hotel.time());
    expect(await usual()).toBeNull();
    await serve();
    await countUsual(hotel.db, hotel.time());
    expect(await usual()).toMatchObject({ amount: 2, unit: 'hours', deliveries: 5 });
  });
});
