import { expect, test, vi } from "vitest";
import type { DraftPartsFragment } from "../src/gql/graphql";
import { DraftEngine, type SaveAnswer, type Service } from "../src/pages/wizard/draft/engine";
import { merge } from "../src/pages/wizard/draft/merge";
import { sectionsOf, valuesOf, type Values } from "../src/pages/wizard/draft/values";

const base = { "basic.education": "本科", "employment.post": "项目负责人", "employment.termUntil": "2028-02-28" };

/** A service that keeps one draft, as the real one does: equal version or stale. */
function serviceWith(start: Values): Service & { version: number; values: Values; saves: Values[]; kept: Values } {
  return {
    version: 1, values: { ...start }, saves: [], kept: {},
    save(version, changes): Promise<SaveAnswer> {
      if (version !== this.version) return Promise.resolve({ kind: "stale" });
      this.saves.push(changes);
      Object.assign(this.values, changes);
      this.version += 1;
      return Promise.resolve({ kind: "saved", version: this.version, values: { ...this.values } });
    },
    read() { return Promise.resolve({ version: this.version, values: { ...this.values } }); },
    keep(changes) { this.kept = changes; },
  };
}

test("only changed fields are sent, and they are kept on the device until acknowledged", async () => {
  const service = serviceWith(base);
  const engine = new DraftEngine(service, 1, base, {});
  engine.edit("employment.post", "技术负责人");
  expect(service.kept).toEqual({ "employment.post": "技术负责人" });
  await engine.flush();
  expect(service.saves).toEqual([{ "employment.post": "技术负责人" }]);
  expect(service.kept).toEqual({});
  expect(engine.draft.get().state).toBe("saved");
});

test("one save is in flight and the next carries what was typed meanwhile, on the new version", async () => {
  const service = serviceWith(base);
  const engine = new DraftEngine(service, 1, base, {});
  engine.edit("employment.post", "甲");
  const first = engine.flush();
  engine.edit("employment.post", "甲乙");
  await first;
  await engine.flush();
  expect(service.saves).toEqual([{ "employment.post": "甲" }, { "employment.post": "甲乙" }]);
  expect(engine.draft.get().values["employment.post"]).toBe("甲乙");
});

test("two devices that changed different fields are merged without a question", async () => {
  const service = serviceWith(base);
  const engine = new DraftEngine(service, 1, base, {});
  await service.save(1, { "basic.education": "硕士" });
  engine.edit("employment.post", "技术负责人");
  await engine.flush();
  expect(service.values).toEqual({ ...base, "basic.education": "硕士", "employment.post": "技术负责人" });
  expect(engine.draft.get().clashes).toEqual([]);
});

test("two devices that changed the same field differently are asked, and the choice is saved", async () => {
  const service = serviceWith(base);
  const engine = new DraftEngine(service, 1, base, {});
  await service.save(1, { "employment.termUntil": "2027-02-28" });
  engine.edit("employment.termUntil", "2029-02-28");
  await engine.flush();
  expect(engine.draft.get().state).toBe("conflict");
  expect(service.values["employment.termUntil"]).toBe("2027-02-28");
  engine.resolve({ "employment.termUntil": "mine" });
  await vi.waitFor(() => expect(service.values["employment.termUntil"]).toBe("2029-02-28"));
});

test("a choice that waits survives what arrives meanwhile, and what is typed beside it", async () => {
  const service = serviceWith(base);
  const engine = new DraftEngine(service, 1, base, {});
  engine.edit("employment.post", "甲");
  await service.save(1, { "employment.post": "乙" });
  engine.arrived(2, { ...service.values });
  await service.save(2, { "basic.education": "硕士" });
  engine.arrived(3, { ...service.values });
  expect(engine.draft.get().clashes).toEqual(["employment.post"]);
  engine.edit("employment.termUntil", "2030-01-01");
  await engine.flush();
  expect(engine.draft.get().state).toBe("conflict");
  expect(service.values["employment.post"]).toBe("乙");
  engine.resolve({ "employment.post": "theirs" });
  await vi.waitFor(() => expect(service.values).toEqual({ "basic.education": "硕士", "employment.post": "乙", "employment.termUntil": "2030-01-01" }));
});

test("what arrives while something waits to be saved does not keep it from being saved", async () => {
  vi.useFakeTimers();
  const service = serviceWith(base);
  const engine = new DraftEngine(service, 1, base, { "employment.post": "甲" });
  await service.save(1, { "basic.education": "硕士" });
  engine.stop();
  engine.arrived(2, { ...service.values });
  await vi.advanceTimersByTimeAsync(1000);
  expect(service.values["employment.post"]).toBe("甲");
  vi.useRealTimers();
});

test("a field that the service refuses does not hold up the others", async () => {
  const service = serviceWith(base);
  const save = service.save.bind(service);
  service.save = (version, changes) =>
    "basic.identityNumber" in changes ? Promise.resolve({ kind: "refused", errors: { "basic.identityNumber": "不对" } }) : save(version, changes);
  const engine = new DraftEngine(service, 1, base, {});
  engine.edit("basic.identityNumber", "1");
  engine.edit("employment.post", "技术负责人");
  await engine.flush();
  expect(service.saves).toEqual([{ "employment.post": "技术负责人" }]);
  expect(engine.draft.get().errors).toEqual({ "basic.identityNumber": "不对" });
  expect(engine.draft.get().values["basic.identityNumber"]).toBe("1");
});

test("what this device had not saved is there again after a reload", async () => {
  const service = serviceWith(base);
  const engine = new DraftEngine(service, 1, base, { "employment.post": "技术负责人" });
  expect(engine.draft.get().values["employment.post"]).toBe("技术负责人");
  await engine.flush();
  expect(service.values["employment.post"]).toBe("技术负责人");
});

test("an equal change on both sides is no clash, and an emptied field is saved as nothing", () => {
  expect(merge(base, { "basic.education": "硕士" }, { ...base, "basic.education": "硕士" }).clashes).toEqual([]);
  expect(sectionsOf({ "basic.education": "", "employment.retired": true })).toEqual({ basic: { education: null }, employment: { retired: true } });
});

test("days, truths and digits stay as they were typed, and nothing stays nothing", () => {
  const typed: Values = {
    "basic.birthDate": "1990-01-01", "basic.capable": false, "employment.postcode": "010010", "employment.phone": "0471-0001234",
    "employment.termFrom": "2024-02-29", "employment.termUntil": null, "employment.retired": false,
  };
  expect(sectionsOf(typed)).toEqual({
    basic: { birthDate: "1990-01-01", capable: false },
    employment: { postcode: "010010", phone: "0471-0001234", termFrom: "2024-02-29", termUntil: null, retired: false },
  });
});

test("a no is an answer and not an empty field: it is saved, and read back as no", async () => {
  const service = serviceWith({ ...base, "employment.retired": true });
  const engine = new DraftEngine(service, 1, { ...base, "employment.retired": true }, {});
  engine.edit("employment.retired", false);
  await engine.flush();
  expect(service.saves).toEqual([{ "employment.retired": false }]);
  expect(engine.draft.get().values["employment.retired"]).toBe(false);
});

test("what the service answers is read field by field with its type", () => {
  const part = { basic: { name: { full: "王海宁" }, identityNumber: null, mobile: null, email: null, address: null, capable: false, birthDate: "1990-01-01" }, employment: { postcode: "010010", retired: false, termFrom: null }, changes: ["EMPLOYER"], reissueOf: [], specialties: [{ id: "B" }, { id: "A" }], deliveryChoice: {} };
  const values = valuesOf(part as unknown as DraftPartsFragment);
  expect(values).toMatchObject({ "basic.name": "王海宁", "basic.identityNumber": null, "basic.capable": false, "basic.birthDate": "1990-01-01", "employment.postcode": "010010", "employment.retired": false, "employment.termFrom": null, changes: "EMPLOYER", reissueOf: null, specialties: "A,B" });
});
