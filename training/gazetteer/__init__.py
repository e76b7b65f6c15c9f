"""The gazetteer in the package: places of GeoNames and Natural Earth, taken from registry packages and packed once."""
