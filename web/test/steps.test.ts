import { describe, expect, it } from "vitest";
import { choicesOf, choiceValue, sectionsOf } from "../src/pages/wizard/draft/values";
import { spotOf, stepsOf } from "../src/pages/wizard/steps";

describe("the pages of a form", () => {
  it("follow the rulebook's sections, photo and papers on one page", () => {
    expect(stepsOf(["PLEDGE", "CHANGES", "BASIC", "PHOTO", "EMPLOYMENT", "ATTACHMENTS", "AUTHORITY", "PREVIEW"]))
      .toEqual(["pledge", "changes", "basic", "employment", "materials", "authority", "check"]);
    expect(stepsOf(["PLEDGE", "DEREGISTRATION", "ATTACHMENTS", "AUTHORITY", "PREVIEW"]))
      .toEqual(["pledge", "deregistration", "materials", "authority", "check"]);
  });

  it("are where the findings of each kind are mended", () => {
    expect(spotOf(["changes"])).toEqual({ step: "changes", field: "f-changes" });
    expect(spotOf(["input", "reissueOf"])).toEqual({ step: "reissue", field: "f-reissueOf" });
    expect(spotOf(["reason"])).toEqual({ step: "deregistration", field: "f-reason" });
  });
});

describe("several choices", () => {
  it("are one value, whatever the order in which they were ticked", () => {
    expect(choiceValue(["PERSONAL", "EMPLOYER"])).toBe("EMPLOYER,PERSONAL");
    expect(choiceValue([])).toBeNull();
    expect(choicesOf(null)).toEqual([]);
  });

  it("are sent as a list beside the sections, an emptied one as an empty list", () => {
    expect(sectionsOf({ changes: "EMPLOYER,PERSONAL", reason: "", "employment.post": "检测员" }))
      .toEqual({ changes: ["EMPLOYER", "PERSONAL"], reason: null, employment: { post: "检测员" } });
    expect(sectionsOf({ reissueOf: null })).toEqual({ reissueOf: [] });
  });
});
