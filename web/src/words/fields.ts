import { kindWords } from "./kinds";
import { basicWords, employmentWords } from "./wizard";
import { deliveryWords, experienceWords, hoursWords, specialtyWords } from "./wizardLists";

const names: Record<string, string> = {
  "basic.name": basicWords.name,
  "basic.sex": basicWords.sex,
  "basic.birthDate": basicWords.birthDate,
  "basic.identityKind": basicWords.identityKind,
  "basic.identityNumber": basicWords.identityNumber,
  "basic.mobile": basicWords.mobile,
  "basic.email": basicWords.email,
  "basic.education": basicWords.education,
  "basic.address": basicWords.address,
  "basic.photo": "近期免冠照片",
  "basic.photoFileId": "近期免冠照片",
  "basic.qualification": basicWords.qualification,
  "basic.qualificationId": basicWords.qualification,
  "basic.capable": "具有完全民事行为能力",
  "employment.name": employmentWords.name,
  "employment.employer": employmentWords.employer,
  "employment.employerId": employmentWords.employer,
  "employment.creditCode": employmentWords.creditCode,
  "employment.nature": employmentWords.nature,
  "employment.address": employmentWords.address,
  "employment.postcode": employmentWords.postcode,
  "employment.phone": employmentWords.phone,
  "employment.fax": employmentWords.fax,
  "employment.department": employmentWords.department,
  "employment.post": employmentWords.post,
  "employment.term": employmentWords.term,
  "employment.termFrom": employmentWords.termFrom,
  "employment.termUntil": employmentWords.termUntil,
  "employment.retired": "退休返聘",
  changes: kindWords.changes,
  reissueOf: kindWords.reissueOf,
  reissueReason: kindWords.reissueReason,
  reason: kindWords.reason,
  "specialties": specialtyWords.title,
  "experience": experienceWords.title,
  "hours": hoursWords.title,
  "delivery.method": deliveryWords.method,
  "delivery.receiver": deliveryWords.receiver,
  "delivery.phone": deliveryWords.phone,
  "delivery.address": deliveryWords.address,
};

export const fieldWords = {
  /** The name of a field of a registration by its path, or the whole application's. */
  of: (path: string[] | null | undefined): string => names[(path ?? []).slice(0, 2).join(".")] ?? "申请",
  remark: (field: string, text: string): string => `${field}：${text}`,
};
