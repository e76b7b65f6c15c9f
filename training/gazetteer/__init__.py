"""The gazetteer in the package: places of GeoNames and Natural Earth, taken from other packages and packed once."""
