import { expect, test } from "vitest";
import { asText, inputsOf, remarksOf, type Shelf } from "../src/pages/case/remarks";

function shelf(): Shelf & { keys: () => string[] } {
  const values = new Map<string, string>();
  return { getItem: (key) => values.get(key) ?? null, setItem: (key, value) => void values.set(key, value), removeItem: (key) => void values.delete(key), keys: () => [...values.keys()] };
}

const term = { key: "employment.termUntil", label: "合同期限", path: ["employment", "termUntil"] };
const page = { key: "att_1/2", label: "劳动合同第 2 页", attachmentId: "att_1", page: 2, box: [0.1, 0.2, 0.3, 0.1] };

test("what is written is there again after a reload, until the service has accepted it", () => {
  const kept = shelf();
  const before = remarksOf("acc_1", "reg_1", kept);
  before.write(term, "与合同不一致");
  const after = remarksOf("acc_1", "reg_1", kept);
  expect(after.store.get()).toEqual([{ ...term, text: "与合同不一致" }]);
  after.accepted();
  expect(kept.keys()).toEqual([]);
});

test("remarks of another case or of another reviewer on the same computer are not mixed in", () => {
  const kept = shelf();
  remarksOf("acc_1", "reg_1", kept).write(term, "一");
  expect(remarksOf("acc_1", "reg_2", kept).store.get()).toEqual([]);
  expect(remarksOf("acc_2", "reg_1", kept).store.get()).toEqual([]);
});

test("a place has one remark: writing again changes it, emptying or dropping removes it", () => {
  const remarks = remarksOf("acc_1", "reg_1", shelf());
  remarks.write(term, "一");
  remarks.write(page, "看不清");
  remarks.write(term, "二");
  expect(remarks.store.get().map(({ text }) => text)).toEqual(["二", "看不清"]);
  remarks.write(term, "  ");
  expect(remarks.store.get()).toHaveLength(1);
  remarks.drop(page.key);
  expect(remarks.store.get()).toEqual([]);
});

test("a remark is sent on its field or on its page, never on both", () => {
  expect(inputsOf([{ ...term, text: " 一 " }, { ...page, text: "二" }])).toEqual([
    { path: ["employment", "termUntil"], text: "一" },
    { attachmentId: "att_1", page: 2, box: [0.1, 0.2, 0.3, 0.1], text: "二" },
  ]);
});

test("remarks that reached nobody can be copied as text", () => {
  expect(asText([{ ...term, text: "一" }, { ...page, text: "二" }])).toBe("1. 合同期限: 一\n2. 劳动合同第 2 页: 二");
});
