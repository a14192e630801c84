// Written by `npm run generate:map`. Do not edit.

/** The size of the drawing, in its own units. */
export const mapSize = { width: 975, height: 610 } as const;

/** The states as one shape, and the borders between them: paths of SVG. */
export const land =
  'M648,492l4,-1l1,1l-5,0zM780,466l7,20l8,14l10,11l1,3l-1,3l2,5l15,27l2,26l-1,-2l-1,1l-1,4l1,3l-1,2l1,0l2,-5l0,2l-2,7l-6,6l3,-4l1,-3l-6,2l-2,-1l-5,3l-2,-1l0,-4l-4,-7l-8,-4l-1,1l-5,-11l-4,-3l-2,2l-2,-5l2,1l-1,-7l-1,1l1,3l-3,2l-12,-17l2,0l4,-6l0,-3l-2,0l1,2l-2,-1l0,-2l-3,-1l-1,2l2,0l1,2l-2,5l-3,-6l-1,-7l2,3l-1,-2l2,-6l0,-4l-3,-5l1,-2l-3,-3l0,-2l-4,0l-1,1l-1,-3l-2,0l-1,-3l-4,-2l-1,-3l-2,-1l-4,-4l-7,-3l-5,0l-1,3l0,2l-3,0l-7,5l0,-1l-2,2l-2,0l2,2l6,-4l-6,5l-4,-2l-3,1l-1,-4l0,-1l2,4l0,-2l-2,-3l-10,-6l-7,-2l-11,0l-23,6l4,-2l-3,-2l-1,-5l-2,-1l-1,8l-3,-1l-5,2l-8,-1l-7,2l0,-1l-3,4l-3,1l-2,3l-3,1l1,1l2,0l1,2l2,-1l0,-2l2,-2l2,0l-1,2l1,1l2,-2l1,1l-2,2l2,0l-3,1l2,1l0,1l-2,-1l-1,3l-2,-1l0,1l-2,1l1,1l-2,-1l4,5l4,0l2,2l0,-1l3,3l2,0l-2,1l1,0l-1,1l-1,3l-2,-2l-3,4l2,-6l-2,1l-5,-3l-4,-1l-7,6l-2,-4l-1,-1l-1,2l-1,-3l-1,2l-2,0l-2,4l-3,1l-2,-2l-6,-1l-2,-2l2,-1l3,2l-1,-2l-2,-2l-2,1l0,-2l-2,1l-2,-4l-2,0l0,-2l-5,1l1,-3l-7,2l3,4l-4,1l-7,-1l-11,-4l-6,0l-13,3l-13,7l2,-2l4,-2l-1,-1l-5,1l2,-3l-2,-2l-2,2l-2,0l-1,3l3,1l0,4l-4,4l-1,-1l0,2l7,-6l1,1l-13,11l-16,8l-12,9l-8,11l-4,12l4,22l-2,-10l-2,0l1,-1l-2,-7l1,-10l6,-13l6,-6l7,-4l0,-1l-5,2l0,-2l-2,0l0,4l-3,2l-2,-1l-3,2l1,1l2,-1l-3,6l-1,-1l-5,0l2,1l0,2l3,1l-4,8l-2,1l0,-2l-2,3l4,0l-1,10l0,4l4,8l-1,4l3,1l0,2l-4,1l0,2l-3,-1l-3,-4l-12,-1l-5,-3l-4,-1l-3,-3l-5,-1l-4,-10l-3,-4l0,-5l-2,-2l1,-5l-7,-6l-1,-4l-7,-7l-1,-5l-3,-4l-3,-10l-7,-9l-4,-2l0,-2l0,2l-3,-5l-13,-1l-5,-2l-1,2l-6,0l-4,9l0,2l-3,1l-2,5l-6,-2l-3,-3l-11,-6l-7,-7l-2,-6l0,-6l-3,-5l-1,-5l-8,-7l-10,-12l-4,-3l-4,-7l-34,-5l-1,10l-55,-8l-66,-38l1,-3l2,-2l-46,-5l1,-2l-1,-2l-1,0l1,-10l-2,-6l-9,-11l-6,-2l1,-2l-1,-5l-6,0l-5,-4l-2,-4l-4,-5l-6,-1l-4,-3l-6,-1l-3,-4l2,-2l0,-5l2,-5l-4,-2l1,-6l-2,-1l-2,-4l-1,-2l-2,-8l-5,-9l0,-6l3,-1l2,-3l-1,-3l-1,-2l-3,0l-4,-7l2,-3l-1,-4l1,-6l2,0l0,5l4,4l0,-5l-3,-3l1,-3l-1,-2l3,-1l0,-1l-1,-2l-2,1l0,3l-2,1l1,1l-1,-1l0,2l-1,0l-4,-6l-3,-1l2,-5l-8,-18l2,-3l-1,-8l3,-3l0,-7l-2,-7l-4,-5l1,-4l8,-9l1,-5l3,-6l1,-7l-2,-2l3,-4l-2,-3l0,-5l3,-6l-1,-6l12,-19l13,-31l4,-15l2,-1l0,-5l2,2l5,-1l-2,-1l-3,0l-2,-2l-1,1l3,-8l-1,6l1,0l0,-3l2,0l-1,-3l3,-1l-4,-2l0,-3l1,1l4,-1l-4,-3l-1,2l1,-5l1,-14l-3,-6l1,-4l2,-3l-1,-2l10,8l8,4l4,0l1,2l2,0l0,3l1,-3l2,0l-1,1l0,1l1,-1l-1,2l1,3l-1,0l-3,4l1,-3l-1,0l-7,8l4,1l-3,-1l3,-4l4,-1l4,-3l0,-2l1,1l-5,13l-1,2l-1,-2l1,-2l-1,1l-1,2l2,1l-2,1l-1,-3l1,-2l-1,1l-1,3l2,2l4,-4l1,1l2,-1l0,-5l1,-1l0,-1l3,-6l1,0l0,-6l-2,0l1,3l-2,-2l1,-2l2,0l0,-2l-1,-3l-2,1l-1,-2l2,-1l2,2l0,-2l1,-1l0,-4l-2,1l-1,-4l1,-1l-1,-1l1,-1l53,15l57,13l55,10l61,8l78,8l75,3l32,0l0,-9l3,0l2,2l3,12l12,3l1,2l4,-1l2,-1l6,0l5,1l-1,2l3,0l2,5l2,0l0,-3l3,0l2,3l3,0l2,3l1,-1l0,2l5,-1l5,-4l2,3l10,-1l4,3l6,-1l-21,11l-9,10l-9,8l2,3l17,-7l2,1l-3,7l3,-3l5,3l6,-3l4,-3l6,-1l4,-4l2,0l8,-9l7,-3l2,0l2,1l-4,1l1,1l-4,3l-4,6l1,5l4,-5l-2,3l2,-2l4,-1l4,2l5,7l5,-1l4,2l0,-1l2,0l-1,-2l1,0l1,2l7,-6l10,-1l5,-2l3,-1l-1,2l1,5l3,0l3,-1l0,1l3,-2l4,-1l1,6l-1,1l-1,1l2,0l5,3l1,0l-1,-2l4,0l2,2l0,1l-10,0l-4,2l-5,-2l0,5l-5,-4l-8,-1l-3,4l-9,1l-1,3l-3,3l0,2l-2,-2l2,-5l-1,2l-2,0l-1,3l-2,0l-1,-3l0,3l-2,2l-6,12l0,4l-3,1l-2,5l-1,4l2,0l5,-7l2,-2l1,1l2,-7l4,-3l-1,4l-6,13l0,9l-2,2l-1,5l1,4l-2,10l1,6l2,5l1,13l5,11l5,1l5,-2l5,-5l5,-14l-1,-12l-7,-14l2,-4l-2,-5l3,-7l0,-8l2,-1l0,-4l2,-2l2,1l4,-7l-1,9l1,1l1,-5l-1,5l1,1l2,-5l-1,-7l3,-3l4,-1l-3,-2l-1,-2l3,-4l-1,0l3,0l0,-1l6,2l4,0l2,3l10,2l2,2l2,5l-2,-1l-1,1l4,7l0,8l-2,2l-1,5l-5,4l0,4l1,2l4,1l3,-3l0,-4l1,1l1,-1l-2,-1l8,-4l3,1l2,3l7,19l-1,9l-2,2l-1,-2l1,-1l-3,0l1,2l-2,2l0,4l-2,1l0,5l-5,9l10,3l1,-1l7,3l7,-4l5,0l6,-7l15,-9l17,-15l2,-3l2,-3l-4,-6l-1,-4l9,-4l12,-2l4,2l9,-3l4,-2l4,-5l2,-1l0,-3l-2,-4l2,-2l-4,-2l0,-4l5,-5l5,-9l7,-8l54,-13l1,-5l-1,-1l2,-2l3,1l1,-3l3,2l-1,-4l3,0l-2,-3l1,-2l3,-4l-1,-1l2,-3l-2,-6l2,-6l-1,-7l7,-19l3,0l1,3l2,1l5,-3l3,-1l0,-2l3,0l3,2l4,2l8,24l1,6l6,0l1,7l3,3l1,-2l2,0l5,7l-2,4l-1,1l-1,-1l-2,1l1,1l-2,2l1,1l-1,2l-1,-2l-2,1l0,-1l-1,3l-2,1l0,2l-1,-1l-2,1l1,3l-3,1l-2,-2l1,-2l-3,1l2,3l-1,3l1,3l-2,-3l0,-2l-3,-1l-1,-4l-1,2l-1,1l1,1l-1,5l1,4l-1,0l-2,4l0,-2l-1,1l0,-2l-1,1l-1,3l-1,-1l-1,3l-1,-1l-1,3l-2,-1l-3,3l0,4l-2,0l0,4l-2,1l-2,12l2,4l3,-1l0,2l-3,2l-1,7l2,-2l3,2l2,2l-1,2l3,1l3,4l3,0l4,-3l-3,-5l-2,0l3,0l3,4l1,6l-1,-2l-5,2l-9,8l4,-5l0,-3l-2,-1l0,3l-3,1l0,2l-3,3l-2,-4l1,3l-2,1l2,-5l-1,-1l-1,2l-2,-3l1,10l-17,7l-6,1l0,-1l-3,5l-7,4l-3,5l1,1l4,-5l5,0l1,-1l8,-3l5,-5l0,2l4,1l2,-3l1,0l-20,15l-11,5l-3,-3l1,2l-3,3l1,2l3,-1l2,15l-2,8l-4,6l-3,8l-1,0l0,-5l-3,-1l-1,1l-9,-4l0,-6l-1,1l0,4l4,3l2,6l5,5l1,0l3,7l-1,9l-2,5l-1,1l-2,3l0,7l-2,8l-2,1l-2,-5l2,-11l2,-2l-2,-1l1,-1l-3,1l0,-3l-1,0l1,-2l-2,1l0,-1l1,-1l-1,-1l0,-3l-1,3l-1,-2l0,3l-2,0l-2,-1l-3,-4l2,0l-1,-3l2,-1l2,1l-4,-3l-2,2l1,-4l1,0l0,-2l-3,2l0,-4l1,1l2,-1l0,-2l-1,2l-2,-3l1,-4l3,-2l0,-4l-2,1l1,2l-3,2l-1,-2l1,4l-2,-2l1,3l-2,2l-3,-1l4,2l1,3l-1,1l-1,5l2,5l3,3l-1,1l2,1l2,5l-3,-2l0,1l-3,-2l-3,1l-2,-3l1,2l-2,0l-2,-3l-4,2l-1,-2l2,-4l-2,0l0,5l1,2l4,-2l2,4l6,0l2,2l6,2l-1,2l0,4l1,0l-1,1l-3,0l-2,-3l-6,-3l8,7l4,0l0,1l2,1l0,3l-3,-1l0,1l2,2l-3,1l2,0l1,1l2,1l0,2l-2,2l-4,-3l-1,-2l-5,1l3,1l1,-2l1,3l4,3l2,-1l1,1l0,-2l1,0l5,0l7,15l6,9l-4,-4l-4,-9l-3,-2l-1,0l2,2l4,7l-3,-3l1,2l-2,0l-4,-2l3,3l-2,1l-2,-1l2,1l-5,-1l3,2l-4,3l-2,-1l-1,-2l-1,-3l0,3l2,5l11,-4l1,1l1,7l0,-7l2,-1l3,3l1,4l-3,2l-3,6l-7,1l-2,-3l2,-1l-3,1l2,3l-9,-2l1,2l9,1l1,1l-1,5l-3,3l-4,-2l0,2l4,1l5,-3l0,-2l2,2l1,0l-1,-1l2,0l0,2l-2,2l-1,4l-2,-2l0,2l-1,0l3,1l7,-11l-5,7l-2,5l-3,-1l-6,2l-9,7l-4,7l-1,7l-4,-1l-4,1l-7,5l-4,7l0,8l-3,4l-4,1l0,2l-4,4l-1,0l-1,0l2,1l0,1l-2,2l-6,4l-3,0l1,4l-3,2l-2,-2l-1,1l3,2l-4,4l1,1l0,1l-2,1l0,2l-2,0l1,2l-3,1l2,3l-2,2l1,0l-1,4l0,3l-3,6l2,0l0,6zM104,552l1,-2l-1,2zM99,570l4,-5l0,3l2,-1l0,2l-2,0l-2,1l-2,0zM95,582l2,0l-2,0zM93,575l3,-2l1,1l0,-2l3,0l-1,-1l2,1l2,-1l0,3l2,-1l-1,2l-2,-1l1,1l-3,2l2,0l-2,1l-1,-1l-3,3l1,-3l-2,3l-2,-5zM93,583l2,-1l-2,1zM89,588l1,-1l0,1l-1,0zM72,594l0,-1l0,1zM71,592l1,-1l0,2l-1,-1zM68,593l1,-2l1,1l-2,1zM66,590l2,0l-1,0l0,2l-1,0l0,-2zM68,564l1,-1l-1,1zM61,591l1,0l-1,0zM58,592l1,0l0,1l-1,-1zM66,524l1,0l-1,0zM56,596l2,1l-2,-1zM45,597l1,0l-1,0zM43,595l1,1l-1,1l0,-2zM41,596l2,1l-2,-1zM44,547l6,0l1,4l-3,1l-4,-5zM31,601l5,-3l1,1l-2,-2l1,0l4,0l-2,2l2,-1l-3,3l-6,0zM51,505l13,-5l2,0l-1,4l6,1l2,-2l1,1l-3,-2l-1,-4l1,0l2,4l-1,-2l1,-2l-6,-2l-1,-4l-7,-8l3,-3l5,0l2,-1l3,-5l3,-4l3,0l5,-3l4,0l2,-3l4,1l-1,3l2,-3l2,3l3,-1l2,1l0,1l2,1l-1,1l7,-1l5,2l5,0l3,1l4,-2l7,2l14,73l4,0l4,-2l0,2l7,5l2,3l3,-3l0,-4l2,-2l4,3l8,5l11,12l8,1l3,6l-2,5l-3,-3l1,-1l-1,-3l0,4l-4,-1l0,-3l0,3l-1,0l-1,-5l-1,3l-2,-2l1,-3l-7,-4l-2,-3l3,0l-3,-1l-3,-3l-2,1l-6,-7l5,8l-2,-1l-2,0l-2,-3l-2,-1l-1,1l3,1l1,2l-2,2l-8,-5l-7,-2l1,-1l-1,-3l-2,3l-5,0l1,-1l-6,0l-6,2l-1,1l2,-2l-4,-1l0,-2l-1,2l-3,-1l1,-1l-4,3l0,-2l3,-1l0,-1l-1,1l0,-1l-2,0l2,-1l-2,0l0,-2l-1,2l-1,-2l0,2l-4,1l1,-2l-1,0l0,5l1,-1l0,3l1,1l-1,1l-1,-2l0,2l-4,1l0,-2l-1,4l-2,-1l-1,3l-1,-2l-1,3l-3,1l-1,-2l4,-3l-2,1l-2,-1l2,-4l0,-3l4,-3l1,1l3,0l-3,-2l1,-3l-1,2l-3,0l-3,2l-4,7l-1,2l-1,1l0,1l-4,3l0,2l4,2l-4,3l0,2l-8,5l-2,2l1,0l0,1l-1,1l-3,2l-1,-1l-2,3l-2,0l-1,1l2,1l-2,2l-1,-1l0,1l-4,0l-1,3l1,-2l-1,-1l-4,3l-1,-1l-2,2l-1,-1l1,-1l-1,0l-2,3l-3,0l0,-2l0,3l-3,-1l1,1l-2,1l1,1l-1,-1l-7,2l-1,-2l3,-1l4,-1l1,1l1,-2l2,0l5,-5l4,0l0,2l1,-1l2,1l-2,-2l2,-2l6,-4l1,0l2,-3l3,-3l1,-7l2,-3l-4,2l-2,-2l0,-1l-2,5l-5,-6l-6,3l-1,-6l2,-1l-2,-6l-3,2l-4,0l-4,-6l1,0l-1,0l1,-2l1,-2l-1,-2l-1,1l0,-3l-2,-1l2,-1l-1,-1l1,0l1,-2l6,-8l4,2l3,-3l4,0l2,-2l0,-4l-2,-1l3,-2l-1,-2l-6,4l-1,-3l0,2l-7,-1l-4,-2l-1,-5l2,0l-5,-4zM25,603l2,-2l2,0l0,-2l3,0l-7,4zM28,573l2,1l-2,-1zM20,602l2,1l-2,-1zM27,568l1,0l-1,0zM16,603l1,0l-1,0zM34,518l1,-2l3,2l1,0l3,3l3,1l-4,2l-3,-4l-4,-1l0,-1zM7,603l2,0l-2,0zM23,540l1,-1l2,3l-3,-2zM0,602l5,2l-5,-2zM-6,601l5,0l1,-1l1,1l-3,2l-4,-2zM-10,599l0,2l0,-2zM-11,601l1,0l-1,0zM-15,601l2,-2l2,2l0,1l-4,-1zM-18,600l3,-1l-1,2l-2,-1zM-20,597l2,2l-1,1l-1,-3zM-30,593l1,0l-1,1l0,-1zM-35,593l2,3l-2,-3zM-41,589l3,-1l-3,1zM-56,577l2,-1l0,2l-2,-1zM-58,571l3,1l1,2l-2,-1l-2,-2zM197,577l2,0l-2,0zM196,577l0,-2l2,2l-2,0zM195,575l1,0l0,1l-1,-1zM188,570l1,1l-1,-1zM187,569l2,-1l-1,2l-1,-1zM186,577l2,-1l-1,2l-1,-1zM185,573l0,-3l2,0l6,4l-2,1l3,1l2,4l-3,0l1,-1l-2,-2l0,2l-2,-1l3,2l-1,1l-3,-3l-1,0l1,-2l-3,-2l0,-2l-1,1zM183,574l1,0l-1,0zM180,567l2,-1l0,1l0,-2l3,-1l4,3l-3,2l-2,0l-1,4l-3,-6zM175,556l1,1l2,0l2,2l1,2l-2,-2l2,4l-1,3l-5,-10zM174,565l1,-2l2,0l4,10l-6,-5l0,-3l-1,0zM173,566l1,-1l1,1l0,1l-1,1l-1,-2zM169,561l0,-2l1,0l2,-1l3,1l0,1l2,3l-3,-1l0,2l-1,1l-4,-4zM121,555l3,-5l0,1l-1,3l-2,1zM120,551l2,-2l-1,3l-1,-1zM815,594l0,-1l0,1zM813,596l1,0l-1,0zM807,599l5,-2l-5,2zM794,604l1,-2l5,-4l5,2l-11,4zM790,605l2,-1l0,1l-2,0zM786,605l2,0l-2,0zM777,558l3,4l3,1l-1,1l-2,-1l-3,-5zM770,606l2,0l-2,0zM720,495l2,-1l-2,1zM940,115l1,-1l-1,1zM938,116l0,-2l2,2l-1,1l-1,-1zM936,112l1,-1l0,2l-1,-1zM932,116l1,0l-1,0zM934,125l0,-1l0,1zM931,119l2,-2l1,2l-1,2l-2,-2zM930,116l1,-3l-1,3zM928,187l2,-1l2,-2l1,2l-2,2l-3,-1zM918,188l3,-4l3,2l0,-1l1,2l-5,2l-2,-1zM864,329l3,2l-3,-2zM863,350l8,-7l-1,-7l-1,-4l2,4l0,8l-8,6zM77,374l4,3l0,3l-2,-2l0,-2l-2,-2zM75,384l3,6l-1,0l-1,-1l-1,-5zM65,358l1,1l-1,-1zM58,374l3,2l-3,-2zM57,355l7,3l-4,1l-3,-2l0,-2zM50,355l4,0l1,3l-3,0l-2,-3zM47,353l2,0l0,1l-2,-1zM305,584l5,-5l-1,-5l1,-1l12,5l4,4l0,2l2,0l0,3l4,2l0,1l-3,3l-7,2l-5,3l-3,5l-5,-3l-1,-1l1,-5l-4,-10zM292,558l2,-3l2,4l6,-1l4,3l1,1l-2,2l-6,2l-2,-1l0,-4l-4,-1l-1,-2zM292,567l3,-1l0,1l-3,0zM284,558l3,0l2,2l-3,2l-2,-4zM279,554l1,-3l11,2l-3,2l-9,-1zM258,543l3,0l4,-3l2,6l2,1l1,-1l1,3l-3,1l-2,-1l-4,0l-4,-6zM226,533l1,-3l4,-2l3,0l3,2l-1,4l-3,2l-3,0l-4,-3zM216,537l4,-4l0,3l-3,2l-1,-1zM849,285l0,-2l1,0l-1,2zM847,281l1,-1l1,2l-2,-1zM677,131l5,1l-2,1l-3,-2zM663,133l2,2l-2,-2zM662,139l1,-4l1,0l1,3l-3,1zM659,142l1,2l-1,-2zM657,150l1,0l0,1l-1,-1zM655,153l2,-1l-2,1zM646,140l0,1l0,-1zM601,92l13,-8l-4,5l-5,2l2,1l-4,1l-2,-1zM644,493l2,0l-2,0zM639,493l4,0l-4,0zM635,494l2,0l-2,0zM632,494l1,0l-1,0zM899,196l2,-2l-2,2zM897,198l1,-1l-1,1zM816,154l0,-1l0,1zM814,154l1,-1l-1,1zM721,223l1,0l-1,0zM719,222l0,-1l1,0l-1,1zM93,51l2,-3l1,3l-3,0zM99,25l1,0l-1,0zM99,20l1,3l-1,-3zM98,23l1,1l-1,0l0,-1zM95,31l4,-3l0,3l-3,1l1,1l0,4l1,-2l2,2l-1,3l-1,-3l-1,1l0,-5l-2,-2zM96,18l2,2l-2,-2zM94,20l1,-1l-1,1zM95,13l1,1l-1,-1zM91,21l2,0l1,2l-1,-2l3,-1l2,2l-1,0l-1,5l-4,-3l-1,-3zM91,19l2,2l-2,-2zM642,146l0,-1l2,0l-1,2l-1,-1zM636,150l0,1l0,-1zM584,113l1,-1l-1,1zM583,116l1,-1l-1,1zM581,115l2,-1l0,1l-2,0zM580,117l1,-1l-1,1zM580,114l1,1l-1,-1zM579,113l2,-1l2,1l-2,2l-2,-2zM579,118l3,-2l1,1l-4,1zM576,114l1,1l-1,-1zM638,497l1,3l-1,4l1,-3l-1,-4zM629,498l2,-3l0,2l1,1l-1,1l-2,-1zM624,510l1,0l-1,0zM610,521l1,0l-1,0zM606,521l3,1l-3,-1zM602,522l2,0l-2,0zM577,511l3,0l3,1l-3,2l-3,-3zM908,188l1,-2l-1,2zM907,196l0,-2l1,2l-1,0z';
export const borders =
  'M646,489l-4,-34l2,-69l-2,-2l47,-4l13,47l6,9l-1,3l3,1l-3,3l-1,7l3,7l-1,8l3,4l-50,5l-1,3l5,4l0,4l1,1l-2,4M145,407l4,0l1,-2l0,-4l-3,-1l0,-1l1,-4l-1,-1l1,-2l4,-3l2,-9l3,-3l3,-1l3,-2l-4,-5l-1,-6l-2,-4l1,-5l2,-1l-1,-8l2,-9l0,-5l3,0l4,0l1,4l2,0l3,-4l3,-18l89,15l-18,128M711,469l3,6l52,-4l1,5l3,0l-1,-10l1,-1l10,1M689,380l46,-6l-3,5l0,3l6,3l3,0l7,11l5,2l3,4l6,4l0,2l4,4l5,2l3,9l5,3l2,7l5,2M652,228l34,-4l7,60l-2,2l2,1l-1,2l2,0l0,3l-3,0l-3,3l-5,-1l1,4l-3,3l-2,4l-2,0l-1,6l-2,2l-4,-2l-2,-3l1,1l-3,1l0,4l-1,1l-1,1l-4,-2l-3,2l-2,3l-4,-3l-3,1l-1,-2l0,3l-1,1l-1,-2l-2,1l-2,-1l0,3l-3,-3l1,1l-1,-1l1,-3l1,-2l-1,-2l1,-2l2,1l5,-12l-1,-2l0,-2l-3,-5l2,-4l-5,-54M394,272l60,3l56,0l3,3l3,0l1,3l-1,0l-2,5l3,3l2,4l4,1l0,50l-64,0l-69,-3M910,150l-2,-1l-1,-2l-3,-3l-13,-42M910,182l-2,-1l-3,-5l-22,5l-1,1l-11,1l0,-15l32,-7l3,-5l3,-1M913,186l-1,-3l-1,0M560,121l-1,-1l-2,2l-1,0l0,14l-6,4l-2,4l0,3l1,0l2,3l-1,4l-1,12l5,4l3,0l2,3l5,2l1,3l7,4l4,5l0,6l-85,2l0,-41l-4,-2l-3,-5l5,-5l0,-5l0,-6l-3,-8l-1,-21l-4,-13l0,-11l-2,-7M850,244l1,-3l4,-2l0,-2l6,-6l-6,-5l-1,0l-1,-2l-2,-1l-1,-2l2,-5l-2,-2l4,-10l16,5l-1,7M869,217l-2,1l0,3M713,377l0,-6l4,-2l0,-2l2,-3l7,-2l6,-6l3,0l1,-4l1,0l3,-4l2,3l4,-5l5,0l1,-5l2,-1l2,0l0,-6l38,-5l65,-13M823,386l-25,-18l-20,3l-1,-2l-3,-4l-2,2l0,-2l-25,2l-12,7M489,140l-57,-2l-61,-4l6,-68M523,344l0,11l4,26l-1,40l-14,-8l-1,2l-4,0l-1,-1l-5,2l-2,-1l-3,1l-4,4l-2,-2l-4,-2l1,-1l-2,0l-1,2l-2,-1l-1,-2l-2,0l-2,5l-1,0l-1,-5l-4,3l0,-2l-3,-1l-1,-1l-4,3l-2,-1l1,-2l-3,-1l-1,-3l0,1l-4,-1l-2,2l-3,-3l-2,1l-4,-2l-4,0l-1,-3l-3,-3l0,2l-3,-1l-3,1l-3,-4l-2,-1l2,-44l-54,-3l0,-12M768,200l1,6l72,-14l2,3l3,0l1,5l3,2l4,1l1,1M851,241l-3,0l-3,4l-8,1l-72,14l-9,-51M491,195l-3,0l1,3l0,4l1,0l1,2l-3,8l3,6l-1,0l-2,0l-2,-4l-7,-2l-1,-2l-10,-1l-4,3l-7,-6l-92,-5l6,-67M526,421l3,2l3,-1l3,1l0,35l5,5l0,4l2,2l1,4l1,4l1,-1l1,4l-1,0l1,4l-4,7l1,2l-1,3l1,1l0,5l-4,5l2,3M296,452l-2,-3l1,-2l68,6l9,-102M365,201l-4,46M277,237l56,7l62,5l-5,92l-53,-5l-72,-8l12,-91l-33,-5l14,-90l63,9l48,5M899,178l3,13l0,2M874,208l-2,-2l4,-3l-2,-2l-3,-17M510,275l-2,-1l-1,-4l-2,-2l-1,-6l-2,1l0,-1l29,0l40,-2l5,5l-1,6l3,9l12,10l1,7l2,1l2,-2l6,2l-3,11l0,4l8,6l-1,1l2,0l6,4l0,4l2,3l-1,2l3,6l2,1l-1,-2l1,0l3,2l-1,4l1,1l-2,1l1,1l-1,2l-3,0l-1,3l0,-2l-2,0l1,4l-1,2l1,1l-3,1l2,2l-2,3l-12,1l5,-7l0,-2l-1,-3l-81,3M782,257l2,12l6,-8l2,1l2,-5l3,2l3,-1l0,-1l3,-2l2,-2l3,2l3,-1l0,2l3,4l-1,5l-10,-6l0,7l-6,11l-3,-2l-4,11l-6,-3l-1,8l-7,14l2,1l-2,2l1,1l-3,3l-1,-2l-4,4l-2,-1l0,2l-6,3l-3,-2l-3,4l-2,0l-5,-3l-1,-2l1,-1l-7,-3l-8,-10l1,-3l-1,-3l5,-2l0,-3l2,-1l-1,-4l2,-5l3,3l1,-2l1,0l-1,-3l1,-1l0,-4l2,0l2,-4l2,2l2,-2l5,-6l2,-16l-2,-6l2,-2M576,265l1,-4l0,-2l4,-1l0,-3l3,-3l0,-4l-3,-3l1,-4l9,-3l2,-2l1,-3l2,-2l0,-7l-4,-2l-1,-3l-4,-4l47,-3M639,320l-2,3l2,4l-7,3l0,2l2,3l-1,2l-10,-3l-2,4l0,2M612,363l2,2l-3,1l2,1l-5,2l1,2l1,0l-2,2l1,1l-2,0l0,3l0,-1l-2,1l0,1l2,0l-2,2l2,3l-2,1l0,2l-2,0l1,3l-3,2l-1,-2l1,3l-2,1l0,-2l-1,2l2,1l-1,1l-1,-1l1,6l-2,2l-2,0l1,1l-2,2l-2,0l3,1l-1,1l-2,0l2,1l-1,1l-3,2l1,1l-1,1l2,2l-3,0l0,2l2,1l-4,0l2,2l-1,0l0,2l0,1l1,-1l0,3l2,-2l-2,2l1,3l1,-1l0,3l-2,1l1,1l-1,1l-54,2M33,160l67,19l-17,67l74,110M864,270l-11,3l-8,-28M576,193l1,3l2,3l-2,3l3,9l6,1l1,3M502,262l-2,-3l1,-4l-2,-13l-3,-2l0,-10l-2,0l-2,-4l-1,-5l1,-2l-1,-1M693,284l1,-1l2,2l3,-2l3,2l2,5l6,0l4,3l2,-2l5,1l6,-4l1,4l3,0l2,3M747,313l-6,7l-6,5l0,1l-2,2l0,2l-3,2l-1,2l-9,5l-75,7l-4,-1l0,5l-24,1M616,351l-1,1M850,285l-1,0M863,280l-8,4M827,274l1,-4M826,267l1,-2l3,2l-2,3l-3,-4l-7,-2l1,-2l-2,-2l-3,0M708,222l-22,3M632,153l-2,-2l1,-3l-1,-2l-1,1l-2,0l1,-7l-3,-2l-2,0l0,-3l-7,-2l-4,1l-5,-3l-17,-3l-2,-4l-3,-1M603,387l39,-3M625,495l-2,-1l-2,-5l-3,-4l2,-8l-37,2l1,-1l-2,-5l3,0l-2,-3l1,-1l1,2l-1,-4l2,-1l-2,-1l2,0l0,-2l3,-2l-2,0l0,-1l5,-5l-1,0l1,0l1,-3l-3,1l0,-2l4,0l0,-2l1,-1l-1,0l-1,-2l-2,-1l0,-1l2,0l-1,-1l0,-2l-1,2l-1,-2l2,-2l-2,0l1,-3l0,-2l-1,1l-1,0l0,-2M256,154l-4,-7l-2,1l-1,3l-3,-1l-2,1l-1,-1l-4,0l-2,-2l-2,3l-7,-2l-1,3l-2,-3l-1,-7l-2,-2l-1,1l-2,-2l1,-5l-3,-7l0,-6l-2,-3l-7,5l-3,-3l1,-3l0,-2l3,-2l-1,-6l1,-1l4,-10l-4,0l-1,-3l-1,1l-6,-14l-6,-6l2,0l-1,-2l1,-3l-4,-7l5,-23M884,165l-2,-3l1,-3l-2,-13l2,-13l-1,-5l3,-2l3,-4l0,-3l-2,-2l1,-4l-1,-2M858,118l1,9l2,4l0,9l3,5l0,5l2,-2l1,2l4,18M71,70l1,0l1,3l4,1l3,3l-1,10l6,4l9,-1l7,2l2,3l9,-1l3,2l12,-1l2,-1l7,2l3,-1l32,7l1,5l3,2l1,3l-9,12l0,2l-3,3l-2,1l-5,7l1,3l3,1l1,2l-2,1l0,2l-2,4l-9,41l-49,-12M720,339l36,-5M176,313l22,-112l49,9M184,36l-14,58l1,4l0,4M198,201l-49,-10';

/** Areas of ZIP codes that begin alike, a line each: digits, x, y, state, town. */
export const areaLines = `
005	885	210	NY	Holtsville
006			PR	Aguadilla
007			PR	Ponce
008			VI	St Thomas
009			PR	San Juan
010	885	176	MA	Chicopee
011	886	179	MA	Springfield
012	874	176	MA	Pittsfield
013	883	168	MA	Greenfield
014	896	165	MA	Groton
015	897	173	MA	Westborough
016	897	172	MA	Worcester
017	902	169	MA	Framingham
018	905	162	MA	Woburn
019	910	161	MA	Lynn
020	910	172	MA	Dedham
021	909	168	MA	Boston
022	909	167	MA	Boston
023	913	174	MA	Brockton
024	906	168	MA	Waltham
025	922	182	MA	Buzzards Bay
026	927	177	MA	Centerville
027	912	180	MA	New Bedford
028	905	184	RI	Warwick
029	906	181	RI	Providence
030	899	157	NH	Nashua
031	899	155	NH	Manchester
032	892	144	NH	Tilton
033	895	150	NH	Concord
034	887	160	NH	Keene
035	889	122	NH	Littleton
036	883	155	NH	Acworth
037	883	142	NH	Lebanon
038	903	145	NH	Portsmouth
039	909	147	ME	Berwick
040	909	134	ME	Freeport
041	914	135	ME	Portland
042	908	121	ME	Auburn
043	917	119	ME	Augusta
044	928	96	ME	Bangor
045	923	126	ME	Bath
046	943	106	ME	Ellsworth
047	925	60	ME	Limestone
048	929	120	ME	Rockland
049	916	108	ME	Waterville
050	879	140	VT	White River Junction
051	879	154	VT	Bellows Falls
052	871	161	VT	Bennington
053	878	162	VT	Brattleboro
054	865	126	VT	Burlington
055	905	161	MA	Andover
056	873	130	VT	Montpelier
057	869	147	VT	Rutland
058	878	121	VT	Saint Johnsbury
059	885	116	VT	Averill
060	884	185	CT	Manchester
061	885	187	CT	Hartford
062	895	183	CT	Storrs Mansfield
063	898	190	CT	Groton
064	886	195	CT	Wallingford
065	884	198	CT	New Haven
066	881	202	CT	Bridgeport
067	879	192	CT	Waterbury
068	877	203	CT	Norwalk
069	876	206	CT	Stamford
070	866	216	NJ	Clifton
071	866	216	NJ	Newark
072	866	218	NJ	Elizabeth
073	869	216	NJ	Jersey City
074	863	210	NJ	Mahwah
075	865	211	NJ	Paterson
076	868	211	NJ	Hackensack
077	870	225	NJ	Red Bank
078	856	214	NJ	Dover
079	861	217	NJ	Morristown
080	858	239	NJ	Cherry Hill
081	856	237	NJ	Camden
082	866	251	NJ	Absecon
083	859	248	NJ	Vineland
084	869	248	NJ	Atlantic City
085	861	228	NJ	Princeton
086	860	229	NJ	Trenton
087	871	233	NJ	Toms River
088	860	222	NJ	Edison
089	864	223	NJ	New Brunswick
090			AE	Apo
091			AE	Apo
092			AE	Apo
093			AE	Apo
094			AE	Apo
095			AE	Fpo
096			AE	Fpo
097			AE	Apo
098			AE	Apo
100	870	215	NY	New York
101	870	214	NY	New York
102	870	215	NY	New York
103	868	219	NY	Staten Island
104	871	212	NY	Bronx
105	871	204	NY	Mount Vernon
106	872	207	NY	White Plains
107	871	210	NY	Yonkers
108	872	210	NY	New Rochelle
109	864	204	NY	Middletown
110	875	214	NY	Great Neck
111	871	214	NY	Astoria
112	871	217	NY	Brooklyn
113	872	214	NY	Flushing
114	873	216	NY	Jamaica
115	876	214	NY	Garden City
116	873	218	NY	Far Rockaway
117	882	211	NY	Farmingdale
118	877	213	NY	Hicksville
119	893	205	NY	Southampton
120	860	172	NY	Alcove
121	861	171	NY	Troy
122	863	172	NY	Albany
123	860	169	NY	Schenectady
124	859	186	NY	Kingston
125	867	192	NY	Newburgh
126	868	192	NY	Poughkeepsie
127	852	197	NY	Monticello
128	860	153	NY	Newcomb
129	851	130	NY	Keeseville
130	823	173	NY	Auburn
131	821	171	NY	Mc Graw
132	823	172	NY	Syracuse
133	837	166	NY	Alder Creek
134	837	167	NY	Rome
135	838	167	NY	Utica
136	827	142	NY	Watertown
137	837	187	NY	Endicott
138	836	185	NY	Vestal
139	832	192	NY	Binghamton
140	784	185	NY	Batavia
141	782	185	NY	Tonawanda
142	780	184	NY	Buffalo
143	776	180	NY	Niagara Falls
144	800	178	NY	Adams Basin
145	802	178	NY	Macedon
146	798	173	NY	Rochester
147	783	199	NY	Jamestown
148	811	191	NY	Ithaca
149	817	195	NY	Elmira
150	769	242	PA	Warrendale
151	772	242	PA	Mckeesport
152	771	242	PA	Pittsburgh
153	769	252	PA	Washington
154	777	252	PA	Uniontown
155	791	249	PA	Somerset
156	779	244	PA	Greensburg
157	786	233	PA	Indiana
158	789	220	PA	Du Bois
159	790	241	PA	Johnstown
160	771	231	PA	Boyers
161	762	227	PA	New Castle
162	779	227	PA	Kittanning
163	774	215	PA	Warren
164	765	210	PA	Albion
165	763	204	PA	Erie
166	798	236	PA	Altoona
167	790	207	PA	Bradford
168	802	225	PA	State College
169	810	202	PA	Genesee
170	821	234	PA	Camp Hill
171	824	236	PA	Harrisburg
172	810	245	PA	Chambersburg
173	826	245	PA	Hanover
174	828	242	PA	York
175	836	239	PA	Akron
176	835	239	PA	Lancaster
177	815	214	PA	Williamsport
178	822	222	PA	Beaver Springs
179	832	224	PA	Frackville
180	846	223	PA	Bethlehem
181	845	224	PA	Allentown
182	836	218	PA	Hazleton
183	848	212	PA	East Stroudsburg
184	842	202	PA	Olyphant
185	839	207	PA	Scranton
186	833	210	PA	Pittston
187	836	211	PA	Wilkes Barre
188	830	199	PA	Montrose
189	852	228	PA	Doylestown
190	853	236	PA	Levittown
191	854	236	PA	Philadelphia
192	855	236	PA	Philadelphia
193	845	240	PA	West Chester
194	849	233	PA	Valley Forge
195	840	230	PA	Adamstown
196	839	231	PA	Reading
197	848	246	DE	Newark
198	849	244	DE	Wilmington
199	855	262	DE	Dover
200	828	267	DC	Washington
201	818	269	VA	Manassas
202	828	268	DC	Washington
203	828	268	DC	Washington
204	828	268	DC	Washington
205	828	268	DC	Washington
206	835	278	MD	Waldorf
207	831	266	MD	Laurel
208	824	263	MD	Bethesda
209	827	265	MD	Silver Spring
210	833	255	MD	Ellicott City
211	832	255	MD	Pasadena
212	833	257	MD	Baltimore
214	836	264	MD	Annapolis
215	791	258	MD	Cumberland
216	845	265	MD	Nationwide Fulfill Systems
217	817	256	MD	Hagerstown
218	855	276	MD	Salisbury
219	843	249	MD	Elkton
220	824	270	VA	Fairfax
221	824	271	VA	Springfield
222	827	268	VA	Arlington
223	827	270	VA	Alexandria
224	830	285	VA	Fredericksburg
225	832	287	VA	Stafford
226	807	269	VA	Winchester
227	812	281	VA	Culpeper
228	798	281	VA	Harrisonburg
229	805	292	VA	Charlottesville
230	832	297	VA	Glen Allen
231	833	298	VA	Williamsburg
232	826	300	VA	Richmond
233	853	298	VA	Chesapeake
234	853	301	VA	Virginia Beach
235	850	310	VA	Norfolk
236	846	306	VA	Hampton
237	849	311	VA	Portsmouth
238	829	312	VA	Petersburg
239	812	315	VA	Farmville
240	782	315	VA	Roanoke
241	781	318	VA	Martinsville
242	741	330	VA	Bristol
243	764	327	VA	Pulaski
244	791	293	VA	Staunton
245	799	314	VA	Lynchburg
246	751	320	VA	Amonate
247	761	314	WV	Princeton
248	753	314	WV	Welch
249	773	302	WV	White Sulphur Springs
250	753	297	WV	Alloy
251	753	296	WV	Handley
252	751	288	WV	Tad
253	751	294	WV	Charleston
254	808	260	WV	Martinsburg
255	741	297	WV	Alkol
256	745	308	WV	Logan
257	738	294	WV	Huntington
258	760	305	WV	Beckley
259	762	305	WV	Oak Hill
260	761	250	WV	Wheeling
261	753	273	WV	Parkersburg
262	776	280	WV	Buckhannon
263	766	272	WV	Clarksburg
264	768	270	WV	Meadowbrook
265	772	262	WV	Morgantown
266	764	289	WV	Sutton
267	793	263	WV	Augusta
268	793	273	WV	Baker
270	780	338	NC	Rural Hall
271	783	342	NC	Winston Salem
272	794	344	NC	High Point
273	794	342	NC	Reidsville
274	791	340	NC	Greensboro
275	814	341	NC	Cary
276	813	342	NC	Raleigh
277	807	338	NC	Durham
278	834	336	NC	Rocky Mount
279	855	327	NC	Elizabeth City
280	772	360	NC	Gastonia
281	776	361	NC	Salisbury
282	776	362	NC	Charlotte
283	810	362	NC	Fayetteville
284	827	375	NC	Wilmington
285	844	355	NC	New Bern
286	763	345	NC	Hickory
287	741	363	NC	Hendersonville
288	743	359	NC	Asheville
289	719	374	NC	Andrews
290	780	391	SC	Lexington
291	780	393	SC	Orangeburg
292	777	390	SC	Columbia
293	757	374	SC	Spartanburg
294	797	411	SC	Charleston
295	806	384	SC	Myrtle Beach
296	746	380	SC	Greenville
297	775	370	SC	Rock Hill
298	764	404	SC	Aiken
299	784	423	SC	Beaufort
300	718	402	GA	Marietta
301	705	400	GA	Carrollton
302	714	415	GA	Newnan
303	715	404	GA	Atlanta
304	761	430	GA	Statesboro
305	725	386	GA	Gainesville
306	735	399	GA	Athens
307	699	384	GA	Dalton
308	754	409	GA	Appling
309	759	406	GA	Augusta
310	736	429	GA	Warner Robins
311	715	404	GA	Atlanta
312	731	424	GA	Macon
313	776	439	GA	Hinesville
314	782	435	GA	Savannah
315	765	454	GA	Brunswick
316	745	465	GA	Valdosta
317	731	456	GA	Albany
318	712	434	GA	Box Springs
319	708	435	GA	Columbus
320	769	480	FL	Saint Augustine
321	785	497	FL	Daytona Beach
322	778	476	FL	Jacksonville
323	727	482	FL	Tallahassee
324	701	481	FL	Panama City
325	673	483	FL	Pensacola
326	764	494	FL	Gainesville
327	790	509	FL	Titusville
328	790	515	FL	Orlando
329	806	524	FL	Melbourne
330	818	573	FL	Pompano Beach
331	821	573	FL	Miami
332	823	572	FL	Miami
333	821	564	FL	Fort Lauderdale
334	820	554	FL	West Palm Beach
335	773	527	FL	Plant City
336	769	531	FL	Tampa
337	764	534	FL	Saint Petersburg
338	785	530	FL	Lakeland
339	785	557	FL	Fort Myers
340			AA	Dpo
341	792	569	FL	Naples
342	772	545	FL	Sarasota
344	769	507	FL	Ocala
346	765	523	FL	Brooksville
347	785	516	FL	Kissimmee
349	813	539	FL	Fort Pierce
350	672	414	AL	Bessemer
351	674	416	AL	Pell City
352	670	416	AL	Birmingham
354	654	426	AL	Tuscaloosa
355	654	407	AL	Jasper
356	659	389	AL	Decatur
357	676	387	AL	Madison
358	672	387	AL	Huntsville
359	685	396	AL	Gadsden
360	686	445	AL	Prattville
361	684	442	AL	Montgomery
362	691	412	AL	Anniston
363	700	463	AL	Dothan
364	670	464	AL	Monroeville
365	654	477	AL	Atmore
366	651	482	AL	Mobile
367	662	444	AL	Selma
368	700	434	AL	Opelika
369	646	449	AL	Bellamy
370	664	356	TN	Clarksville
371	667	357	TN	Murfreesboro
372	665	355	TN	Nashville
373	693	373	TN	Cleveland
374	695	378	TN	Chattanooga
375	608	383	TN	Memphis
376	744	340	TN	Johnson City
377	718	349	TN	Greeneville
378	719	350	TN	Maryville
379	716	354	TN	Knoxville
380	617	375	TN	Millington
381	609	383	TN	Memphis
382	629	355	TN	Martin
383	634	371	TN	Jackson
384	658	376	TN	Columbia
385	690	352	TN	Cookeville
386	612	395	MS	Holly Springs
387	595	420	MS	Greenville
388	634	400	MS	Tupelo
389	611	414	MS	Grenada
390	609	445	MS	Brandon
391	608	447	MS	Vicksburg
392	609	448	MS	Jackson
393	635	445	MS	Meridian
394	627	469	MS	Hattiesburg
395	634	489	MS	Gulfport
396	603	470	MS	Brookhaven
397	633	418	MS	Columbus
398	717	461	GA	Bainbridge
399	720	401	GA	Atlanta
400	686	308	KY	La Grange
401	673	315	KY	Fort Knox
402	680	306	KY	Louisville
403	706	307	KY	Nicholasville
404	704	319	KY	Berea
405	701	308	KY	Lexington
406	694	304	KY	Frankfort
407	711	331	KY	London
408	726	331	KY	Ages Brookside
409	718	331	KY	Arjay
410	701	291	KY	Covington
411	727	297	KY	Ashland
412	733	308	KY	Adams
413	720	316	KY	Campton
414	725	309	KY	Cannel City
415	740	316	KY	Pikeville
416	734	316	KY	Allen
417	726	323	KY	Hazard
418	732	323	KY	Blackey
420	631	341	KY	Paducah
421	676	337	KY	Bowling Green
422	660	337	KY	Hopkinsville
423	658	325	KY	Owensboro
424	646	326	KY	Henderson
425	700	329	KY	Somerset
426	701	337	KY	Albany
427	681	326	KY	Elizabethtown
430	722	256	OH	Newark
431	724	266	OH	Groveport
432	721	260	OH	Columbus
433	714	249	OH	Marion
434	712	227	OH	Bowling Green
435	698	229	OH	Perrysburg
436	707	223	OH	Toledo
437	744	260	OH	Zanesville
438	740	251	OH	Adamsville
439	757	250	OH	Steubenville
440	743	221	OH	Lorain
441	739	223	OH	Cleveland
442	742	231	OH	Cuyahoga Falls
443	743	232	OH	Akron
444	756	229	OH	Warren
445	757	230	OH	Youngstown
446	745	241	OH	Massillon
447	746	238	OH	Canton
448	722	236	OH	Sandusky
449	727	242	OH	Mansfield
450	697	277	OH	Hamilton
451	708	282	OH	Aberdeen
452	698	282	OH	Cincinnati
453	699	263	OH	Miamisburg
454	701	268	OH	Dayton
455	708	263	OH	Springfield
456	728	284	OH	Lucasville
457	744	272	OH	Athens
458	699	244	OH	Lima
459	697	282	OH	Cincinnati
460	669	263	IN	Anderson
461	668	274	IN	Greenwood
462	668	271	IN	Indianapolis
463	647	235	IN	Hammond
464	644	233	IN	Gary
465	666	233	IN	Elkhart
466	662	229	IN	South Bend
467	681	238	IN	Albion
468	682	240	IN	Fort Wayne
469	667	250	IN	Kokomo
470	688	284	IN	Aurora
471	674	303	IN	Jeffersonville
472	677	287	IN	Columbus
473	683	263	IN	Muncie
474	661	289	IN	Bloomington
475	656	304	IN	Jasper
476	649	311	IN	Newburgh
477	647	315	IN	Evansville
478	648	281	IN	Terre Haute
479	651	259	IN	Crawfordsville
480	714	199	MI	Troy
481	706	211	MI	Ann Arbor
482	712	207	MI	Detroit
483	708	201	MI	Farmington
484	706	187	MI	Grand Blanc
485	700	193	MI	Flint
486	689	177	MI	Saginaw
487	700	173	MI	Bay City
488	684	195	MI	East Lansing
489	687	202	MI	Lansing
490	672	215	MI	Kalamazoo
491	658	224	MI	Berrien Springs
492	693	217	MI	Jackson
493	670	192	MI	Ada
494	660	193	MI	Muskegon
495	669	198	MI	Grand Rapids
496	665	162	MI	Traverse City
497	680	137	MI	Kincheloe
498	637	131	MI	Iron Mountain
499	610	118	MI	Ahmeek
500	535	236	IA	Ames
501	541	238	IA	Galt
502	539	236	IA	West Des Moines
503	538	237	IA	Des Moines
504	542	202	IA	Mason City
505	524	212	IA	Clarion
506	557	214	IA	Cedar Falls
507	559	218	IA	Waterloo
508	523	253	IA	Creston
509	539	237	IA	Des Moines
510	500	216	IA	Akron
511	492	218	IA	Sioux City
512	498	201	IA	Sheldon
513	513	201	IA	Spencer
514	514	227	IA	Carroll
515	506	242	IA	Council Bluffs
516	509	258	IA	Shenandoah
520	582	216	IA	Dubuque
521	568	202	IA	Decorah
522	569	230	IA	Iowa City
523	570	230	IA	Marengo
524	571	227	IA	Cedar Rapids
525	559	252	IA	Bloomfield
526	575	253	IA	Burlington
527	586	235	IA	Clinton
528	589	237	IA	Davenport
530	626	191	WI	Brookfield
531	627	207	WI	Kenosha
532	631	200	WI	Milwaukee
534	634	207	WI	Racine
535	604	204	WI	Janesville
537	607	201	WI	Madison
538	585	208	WI	Bagley
539	604	189	WI	Randolph
540	554	159	WI	Amery
541	622	159	WI	Abrams
542	634	165	WI	Manitowoc
543	627	167	WI	Green Bay
544	598	161	WI	Wausau
545	595	137	WI	Rhinelander
546	581	185	WI	La Crosse
547	569	163	WI	Eau Claire
548	567	136	WI	Spooner
549	614	175	WI	Appleton
550	546	159	MN	Elko New Market
551	544	161	MN	Saint Paul
553	532	161	MN	Eden Prairie
554	541	161	MN	Minneapolis
555	534	160	MN	Young America
556	575	103	MN	Beaver Bay
557	548	111	MN	Grand Rapids
558	558	119	MN	Duluth
559	558	185	MN	Rochester
560	531	184	MN	Mankato
561	503	186	MN	Windom
562	504	161	MN	Willmar
563	520	144	MN	Saint Cloud
564	521	125	MN	Brainerd
565	496	119	MN	Moorhead
566	522	97	MN	Bemidji
567	493	84	MN	Thief River Falls
569	828	268	DC	Parcel Return Service
570	482	196	SD	Brandon
571	486	193	SD	Sioux Falls
572	480	160	SD	Milbank
573	459	188	SD	Chamberlain
574	454	152	SD	Aberdeen
575	426	188	SD	Pierre
576	413	147	SD	Mobridge
577	383	177	SD	Rapid City
580	478	123	ND	Wahpeton
581	486	119	ND	Fargo
582	474	88	ND	Grand Forks
583	449	85	ND	Devils Lake
584	451	116	ND	Jamestown
585	422	119	ND	Bismarck
586	390	117	ND	Dickinson
587	413	83	ND	Minot
588	384	83	ND	Williston
590	298	129	MT	Ashland
591	300	130	MT	Billings
592	357	79	MT	Wolf Point
593	351	124	MT	Miles City
594	265	80	MT	Great Falls
595	295	68	MT	Havre
596	250	105	MT	Helena
597	244	124	MT	Bozeman
598	216	88	MT	Missoula
599	219	59	MT	Kalispell
600	631	219	IL	Palatine
601	628	225	IL	Carol Stream
602	637	223	IL	Evanston
603	635	226	IL	Oak Park
604	634	235	IL	Joliet
605	628	230	IL	Aurora
606	638	227	IL	Chicago
607	636	225	IL	Chicago
608	637	230	IL	Alsip
609	635	251	IL	Kankakee
610	606	221	IL	Apple River
611	613	219	IL	Rockford
612	593	238	IL	Rock Island
613	613	240	IL	La Salle
614	593	253	IL	Galesburg
615	605	256	IL	Pekin
616	607	255	IL	Peoria
617	619	259	IL	Bloomington
618	633	267	IL	Champaign
619	633	277	IL	Arcola
620	603	294	IL	Edwardsville
622	607	308	IL	East Saint Louis
623	583	272	IL	Quincy
624	634	291	IL	Effingham
625	615	278	IL	Decatur
626	602	276	IL	Jacksonville
627	608	277	IL	Springfield
628	627	309	IL	Centralia
629	623	327	IL	Carbondale
630	592	308	MO	Ballwin
631	598	303	MO	Saint Louis
633	585	297	MO	Saint Charles
634	571	274	MO	Hannibal
635	557	270	MO	Kirksville
636	594	326	MO	Park Hills
637	609	333	MO	Cape Girardeau
638	610	352	MO	Sikeston
639	597	345	MO	Poplar Bluff
640	529	296	MO	Independence
641	523	295	MO	Kansas City
644	521	273	MO	Agency
645	518	281	MO	Saint Joseph
646	540	278	MO	Chillicothe
647	530	319	MO	Osceola
648	527	344	MO	Joplin
649	523	297	MO	Ks City
650	563	309	MO	Argyle
651	565	307	MO	Jefferson City
652	561	293	MO	Columbia
653	546	303	MO	Sedalia
654	572	327	MO	Rolla
655	571	328	MO	Jadwin
656	550	342	MO	Branson
657	552	342	MO	Mc Clurg
658	546	338	MO	Springfield
660	514	300	KS	Lawrence
661	521	296	KS	Kansas City
662	521	299	KS	Overland Park
664	497	289	KS	Alma
665	496	291	KS	Manhattan
666	503	297	KS	Topeka
667	514	330	KS	Fort Scott
668	491	313	KS	Emporia
669	468	280	KS	Concordia
670	470	331	KS	Andale
671	468	331	KS	Maize
672	474	328	KS	Wichita
673	502	340	KS	Independence
674	468	299	KS	Salina
675	448	315	KS	Hutchinson
676	439	290	KS	Hays
677	410	288	KS	Colby
678	415	324	KS	Dodge City
679	402	338	KS	Liberal
680	491	242	NE	Blair
681	498	247	NE	Omaha
683	484	264	NE	Adams
684	488	263	NE	Mc Cool Junction
685	486	256	NE	Lincoln
686	473	241	NE	Columbus
687	469	220	NE	Norfolk
688	449	248	NE	Kearney
689	450	267	NE	Hastings
690	415	265	NE	Mc Cook
691	403	243	NE	North Platte
692	422	210	NE	Valentine
693	381	222	NE	Scottsbluff
700	613	503	LA	Metairie
701	614	501	LA	New Orleans
703	601	508	LA	Houma
704	611	487	LA	Slidell
705	574	497	LA	Lafayette
706	553	494	LA	Lake Charles
707	592	490	LA	Denham Springs
708	593	491	LA	Baton Rouge
710	546	447	LA	Minden
711	541	445	LA	Shreveport
712	574	444	LA	Monroe
713	575	472	LA	Alexandria
714	559	468	LA	Natchitoches
716	577	418	AR	Pine Bluff
717	558	423	AR	Camden
718	539	420	AR	Hope
719	544	403	AR	Hot Springs National Park
720	572	389	AR	Conway
721	570	390	AR	North Little Rock
722	566	394	AR	Little Rock
723	599	384	AR	West Memphis
724	594	363	AR	Jonesboro
725	575	365	AR	Batesville
726	555	362	AR	Harrison
727	531	363	AR	Fayetteville
728	546	383	AR	Russellville
729	530	382	AR	Fort Smith
730	466	382	OK	Edmond
731	471	378	OK	Oklahoma City
733	463	496	TX	Austin
734	476	407	OK	Ardmore
735	448	400	OK	Lawton
736	438	377	OK	Elk City
737	460	358	OK	Enid
738	435	355	OK	Woodward
739	398	347	OK	Adams
740	495	361	OK	Stillwater
741	499	364	OK	Tulsa
743	517	354	OK	Grove
744	508	375	OK	Muskogee
745	504	398	OK	Mcalester
746	477	351	OK	Ponca City
747	506	412	OK	Durant
748	485	386	OK	Shawnee
749	522	385	OK	Arkoma
750	483	435	TX	Irving
751	489	446	TX	Mesquite
752	483	440	TX	Dallas
753	483	441	TX	Dallas
754	502	427	TX	Greenville
755	529	429	TX	Texarkana
756	524	448	TX	Longview
757	511	452	TX	Tyler
758	504	470	TX	Palestine
759	529	474	TX	Lufkin
760	473	443	TX	Arlington
761	473	441	TX	Fort Worth
762	474	426	TX	Denton
763	447	416	TX	Wichita Falls
764	451	446	TX	Stephenville
765	468	479	TX	Killeen
766	478	464	TX	Abbott
767	475	468	TX	Waco
768	434	472	TX	Brownwood
769	410	469	TX	San Angelo
770	510	509	TX	Houston
772	509	508	TX	Houston
773	511	496	TX	Spring
774	499	516	TX	Katy
775	517	513	TX	Pasadena
776	535	501	TX	Port Arthur
777	534	501	TX	Beaumont
778	492	489	TX	Bryan
779	480	529	TX	Victoria
780	440	527	TX	Laredo
781	459	522	TX	New Braunfels
782	449	515	TX	San Antonio
783	461	555	TX	Alice
784	469	554	TX	Corpus Christi
785	456	588	TX	Mcallen
786	461	497	TX	Round Rock
787	464	497	TX	Austin
788	417	519	TX	Del Rio
789	482	505	TX	Bleiblerville
790	396	379	TX	Borger
791	390	381	TX	Amarillo
792	411	404	TX	Childress
793	382	420	TX	Levelland
794	388	419	TX	Lubbock
795	418	442	TX	Rule
796	427	447	TX	Abilene
797	374	460	TX	Midland
798	328	478	TX	Alpine
799	299	453	TX	El Paso
800	344	273	CO	Aurora
801	345	279	CO	Littleton
802	343	274	CO	Denver
803	338	267	CO	Boulder
804	327	270	CO	Golden
805	342	258	CO	Fort Collins
806	350	261	CO	Greeley
807	377	260	CO	Fort Morgan
808	361	291	CO	Limon
809	345	295	CO	Colorado Springs
810	360	318	CO	Pueblo
811	316	325	CO	Alamosa
812	320	300	CO	Gunnison
813	277	320	CO	Durango
814	287	298	CO	Montrose
815	279	282	CO	Grand Junction
816	302	270	CO	Glenwood Springs
820	345	238	WY	Cheyenne
821	264	148	WY	Yellowstone National Park
822	356	216	WY	Wheatland
823	311	227	WY	Rawlins
824	299	161	WY	Worland
825	288	189	WY	Riverton
826	323	197	WY	Casper
827	355	169	WY	Gillette
828	324	158	WY	Sheridan
829	266	218	WY	Rock Springs
830	258	174	WY	Jackson
831	254	198	WY	Kemmerer
832	229	185	ID	Pocatello
833	198	182	ID	Twin Falls
834	237	161	ID	Idaho Falls
835	181	101	ID	Lewiston
836	169	151	ID	Nampa
837	169	159	ID	Boise
838	184	66	ID	Coeur D Alene
840	236	239	UT	Sandy
841	228	236	UT	Salt Lake City
842	229	224	UT	Ogden
843	229	213	UT	Logan
844	229	224	UT	Ogden
845	249	287	UT	Price
846	224	263	UT	Provo
847	203	300	UT	Saint George
850	197	399	AZ	Phoenix
851	206	410	AZ	Apache Junction
852	203	404	AZ	Mesa
853	182	397	AZ	Glendale
855	229	408	AZ	Globe
856	221	441	AZ	Sierra Vista
857	214	431	AZ	Tucson
859	240	389	AZ	Show Low
860	221	352	AZ	Flagstaff
863	198	371	AZ	Prescott
864	166	353	AZ	Lake Havasu City
865	254	350	AZ	Chambers
870	301	373	NM	Algodones
871	302	377	NM	Albuquerque
873	269	363	NM	Gallup
874	278	336	NM	Farmington
875	318	355	NM	Santa Fe
876	291	424	NM	Spaceport City
877	335	358	NM	Las Vegas
878	279	398	NM	Socorro
879	285	424	NM	Truth Or Consequences
880	279	435	NM	Las Cruces
881	359	403	NM	Clovis
882	349	434	NM	Hobbs
883	317	421	NM	Alamogordo
884	356	369	NM	Tucumcari
885	300	455	TX	El Paso
889	157	330	NV	The Lakes
890	151	320	NV	Henderson
891	152	328	NV	Las Vegas
893	165	259	NV	Ely
894	102	234	NV	Sparks
895	89	234	NV	Reno
897	88	243	NV	Carson City
898	169	217	NV	Elko
900	86	363	CA	Los Angeles
901	88	364	CA	Los Angeles
902	84	365	CA	Beverly Hills
903	84	366	CA	Inglewood
904	82	363	CA	Santa Monica
905	84	368	CA	Torrance
906	90	367	CA	Whittier
907	87	369	CA	Lakewood
908	86	369	CA	Long Beach
910	90	361	CA	Arcadia
911	89	361	CA	Pasadena
912	87	361	CA	Glendale
913	82	357	CA	Northridge
914	84	359	CA	Van Nuys
915	86	360	CA	Burbank
916	85	360	CA	North Hollywood
917	94	365	CA	Rancho Cucamonga
918	89	363	CA	Alhambra
919	105	399	CA	Chula Vista
920	102	389	CA	Escondido
921	100	397	CA	San Diego
922	126	382	CA	Palm Desert
923	111	359	CA	Fontana
924	104	366	CA	San Bernardino
925	104	373	CA	Riverside
926	93	374	CA	Irvine
927	92	372	CA	Santa Ana
928	93	370	CA	Anaheim
930	73	354	CA	Ventura
931	62	348	CA	Santa Barbara
932	79	318	CA	Visalia
933	80	331	CA	Bakersfield
934	51	327	CA	San Luis Obispo
935	97	331	CA	Lancaster
936	76	295	CA	Clovis
937	76	297	CA	Fresno
938	77	297	CA	Fresno
939	41	293	CA	Salinas
940	35	269	CA	Mountain View
941	35	262	CA	San Francisco
942	56	248	CA	Sacramento
943	37	270	CA	Palo Alto
944	35	267	CA	San Mateo
945	42	260	CA	Concord
946	38	262	CA	Oakland
947	38	260	CA	Berkeley
948	37	258	CA	Richmond
949	33	254	CA	Petaluma
950	40	279	CA	Santa Clara
951	41	274	CA	San Jose
952	61	261	CA	Stockton
953	64	273	CA	Modesto
954	31	235	CA	Santa Rosa
955	29	189	CA	Eureka
956	60	248	CA	Auburn
957	66	244	CA	Elk Grove
958	56	248	CA	Sacramento
959	61	228	CA	Chico
960	57	194	CA	Redding
961	84	225	CA	South Lake Tahoe
962			AP	Apo
963			AP	Fpo
964			AP	Apo
965			AP	Fpo
966			AP	Fpo
967	284	560	HI	Kapolei
968	267	549	HI	Honolulu
969			GU	Hagatna
970	85	94	OR	Beaverton
971	67	86	OR	Hillsboro
972	80	90	OR	Portland
973	67	104	OR	Salem
974	55	129	OR	Eugene
975	53	157	OR	Grants Pass
976	83	164	OR	Klamath Falls
977	102	135	OR	Bend
978	140	114	OR	Pendleton
979	150	147	OR	Adrian
980	100	48	WA	Bellevue
981	98	46	WA	Seattle
982	103	30	WA	Everett
983	92	48	WA	Bremerton
984	93	54	WA	Tacoma
985	80	57	WA	Olympia
986	84	82	WA	Vancouver
988	135	51	WA	Wenatchee
989	119	74	WA	Yakima
990	171	65	WA	Airway Heights
991	164	59	WA	Pullman
992	172	64	WA	Spokane
993	141	87	WA	Kennewick
994	170	97	WA	Anatone
995	91	552	AK	Anchorage
996	86	551	AK	Wasilla
997	100	508	AK	Fairbanks
998	176	559	AK	Juneau
999	192	573	AK	Ketchikan
`;
