# cmake -D traffic=FOLDER -P emptyfolder.cmake: an empty FOLDER.
file(REMOVE_RECURSE ${traffic})
file(MAKE_DIRECTORY ${traffic})
