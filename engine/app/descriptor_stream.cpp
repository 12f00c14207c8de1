#include "app/descriptor_stream.hpp"

#include <cerrno>
#include <string_view>

#include "app/descriptor.hpp"

namespace shanhai::app {

DescriptorBuffer::DescriptorBuffer(int descriptor) noexcept : descriptor_(descriptor) {
  setp(buffer_.begin(), buffer_.end());
}

DescriptorBuffer::int_type DescriptorBuffer::overflow(int_type character) {
  if (sync() != 0) {
    return traits_type::eof();
  }
  return traits_type::eq_int_type(character, traits_type::eof()) ? traits_type::not_eof(character)
                                                                 : sputc(traits_type::to_char_type(character));
}

int DescriptorBuffer::sync() {
  if (error_ == 0) {
    error_ = write_all(descriptor_, {pbase(), pptr()});
  }
  setp(buffer_.begin(), buffer_.end());
  return error_ == 0 ? 0 : -1;
}

}  // namespace shanhai::app
