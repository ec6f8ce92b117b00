import { SetMetadata } from '@nestjs/common';

export const IS_PUBLIC = 'relata:public';

/** A route that wants no key. */
export const Public = () => SetMetadata(IS_PUBLIC, true);
