import { ServiceError, saveDrawing } from '@slipstream/services';
import { requireContext } from '../door.ts';
import type { Route } from './+types/products.$productId.drawing';

const statusOf: Partial<Record<string, number>> = { conflict: 409, notFound: 404, permissionDenied: 403 };

/** Where the canvas saves itself: a drawing made on a version; 409 where somebody else saved in between. */
export async function action({ context, request, params }: Route.ActionArgs) {
  const ctx = requireContext(context, request);
  try {
    const { draft, positions, version } = await request.json();
    const saved = await saveDrawing(ctx, {
      productId: params.productId,
      version: Number.isSafeInteger(version) ? version : -1,
      draft,
      positions,
    });
    return Response.json(saved);
  } catch (error) {
    if (error instanceof SyntaxError) return Response.json({ code: 'refused' }, { status: 400 });
    if (!(error instanceof ServiceError)) throw error;
    return Response.json({ code: error.code }, { status: statusOf[error.code] ?? 400 });
  }
}
