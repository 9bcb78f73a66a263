import { describe, expect, it } from "vitest";
import { amendmentOf } from "../src/pages/wizard/steps";

describe("the way to what is to be mended", () => {
  it("leads to the field of the first open remark", () => {
    const remarks = [{ answered: true, path: ["basic", "name"] }, { answered: false, path: ["employment", "post"] }];
    expect(amendmentOf("reg_1", remarks)).toBe("/registrations/reg_1/edit/employment#f-employment-post");
  });

  it("leads to the materials for a remark on a file", () => {
    expect(amendmentOf("reg_1", [{ answered: false, path: null, attachment: { id: "att_1" } }])).toBe("/registrations/reg_1/edit/materials");
  });

  it("leads to the last look when all is mended", () => {
    expect(amendmentOf("reg_1", [{ answered: true, path: ["basic", "name"] }])).toBe("/registrations/reg_1/check");
  });
});
