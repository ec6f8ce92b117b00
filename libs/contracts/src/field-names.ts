import { applyDecorators } from '@nestjs/common';
import { ArrayMaxSize, IsArray, IsString, MaxLength } from 'class-validator';
import { MayBeAbsent } from './may-be-absent';

/** Names of fields in a body, more than any resource has; which of them there are is for the resource to say. */
export const AreFieldNames = (): PropertyDecorator =>
  applyDecorators(
    MayBeAbsent(),
    IsArray(),
    ArrayMaxSize(200),
    IsString({ each: true }),
    MaxLength(255, { each: true }),
  );
