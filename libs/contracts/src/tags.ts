import { applyDecorators } from '@nestjs/common';
import { ArrayMaxSize, IsArray, IsNotEmpty, IsString, MaxLength } from 'class-validator';
import { MayBeAbsent } from './may-be-absent';

/** Tags of a body: up to 50, each of up to 64 characters; a PATCH replaces them all. */
export const IsTags = (): PropertyDecorator =>
  applyDecorators(
    MayBeAbsent(),
    IsArray(),
    ArrayMaxSize(50),
    IsString({ each: true }),
    IsNotEmpty({ each: true }),
    MaxLength(64, { each: true }),
  );

/** Tags as they are kept and asked for: in lower case, trimmed, none twice. */
export function normalTags(tags: readonly string[]): string[] {
  return [...new Set(tags.map((tag) => tag.trim().toLowerCase()).filter((tag) => tag !== ''))];
}
